import { setTimeout as sleep } from "node:timers/promises";
import { LogEntry } from "@clawlink/contract";
import pc from "picocolors";
import { z } from "zod";
import { ask } from "../ask.ts";
import { CliError } from "../cli-error.ts";
import { type Credential, requireCredential } from "../credential.ts";
import { type AddCommand, countUpTo, outputOf } from "./command.ts";

const Entry = LogEntry.extend({ status: z.string() });
type Entry = z.infer<typeof Entry>;
const Page = z.object({ logs: z.array(Entry), nextCursor: z.string().nullable() });
const pollMs = 2_000;

/** `clawlink logs`: the calls made with this machine's key, `--follow` as they happen. */
export const addLogs: AddCommand = (program) => {
  program
    .command("logs")
    .description("the calls made with this key, newest last")
    .option("-f, --follow", "go on with what comes, until interrupted")
    .option("-n, --limit <count>", "at most this many, 100 at the most", countUpTo(100), "20")
    .option("--app <slug>", "only this app's")
    .option("--status <status>", "succeeded, failed, blocked, pending_approval, running or unknown")
    .action(async (options: { follow?: boolean; limit: string; app?: string; status?: string }, command) => {
      const output = outputOf(command);
      const credential = await requireCredential();
      const query = new URLSearchParams({ limit: options.limit });
      if (options.app) query.set("integration", options.app);
      if (options.status) query.set("status", options.status);
      const newest = (await ask(credential, { path: `/api/agent/logs?${query}`, answer: Page })).logs;
      const print = (entries: readonly Entry[]) => {
        for (const entry of entries.toReversed()) output.answer(line(entry), entry);
      };
      print(newest);
      if (!options.follow) return;
      const seen = new Set(newest.map(settled));
      const oldest = newest.at(-1)?.createdAt;
      if (oldest) query.set("from", oldest);
      query.set("limit", "100");
      for (;;) {
        await sleep(pollMs);
        const fresh = await newSince(credential, query, seen);
        for (const entry of fresh) seen.add(settled(entry));
        print(fresh);
      }
    });
};

/** A call is shown once when it begins and once when it has ended. */
const settled = ({ id, status }: Entry) => `${id} ${status}`;

async function newSince(credential: Credential, query: URLSearchParams, seen: ReadonlySet<string>): Promise<Entry[]> {
  try {
    const { logs } = await ask(credential, { path: `/api/agent/logs?${query}`, answer: Page });
    return logs.filter((entry) => !seen.has(settled(entry)));
  } catch (error) {
    if (error instanceof CliError && error.reason === "unreachable") return [];
    throw error;
  }
}

function line({ createdAt, success, status, integration, action, latencyMs, errorMessage }: Entry): string {
  const mark = success ? pc.green("ok     ") : pc.red(status.padEnd(7));
  const what = [integration, action].filter(Boolean).join(" ");
  const took = latencyMs === null ? "" : pc.dim(` ${latencyMs} ms`);
  return `${pc.dim(createdAt)} ${mark} ${what}${took}${errorMessage ? ` ${pc.dim(errorMessage.slice(0, 200))}` : ""}`;
}
