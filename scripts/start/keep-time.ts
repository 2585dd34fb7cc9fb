import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root, type StartOptions } from "./options.ts";

const minute = 60_000;

/** The crons of `clawlink` with their rhythm in minutes: every so many is all there is. */
async function readCrons(): Promise<{ cron: string; minutes: number }[]> {
  const config = await readFile(join(root, "wrangler.api.toml"), "utf8");
  const [, list = ""] = /^crons = \[(.*)\]$/m.exec(config) ?? [];
  return [...list.matchAll(/"([^"]+)"/g)].map(([, cron = ""]) => {
    const [, minutes] = /^\*\/(\d+) \* \* \* \*$/.exec(cron) ?? [];
    if (!minutes) throw new Error(`wrangler.api.toml: npm start does not know when "${cron}" is.`);
    return { cron, minutes: Number(minutes) };
  });
}

/** Nothing on one machine keeps time for workers: triggers each cron now, then in its own rhythm, for as long as this process lives. */
export async function keepTime(options: StartOptions): Promise<void> {
  const log = join(options.state, "logs", "cron.log");
  for (const { cron, minutes } of await readCrons()) void keep(options, { cron, every: minutes * minute, log });
}

async function keep(options: StartOptions, { cron, every, log }: { cron: string; every: number; log: string }) {
  const query = new URLSearchParams({ cron });
  const url = `http://127.0.0.1:${options.apiPort}/cdn-cgi/handler/scheduled?${query}`;
  for (;;) {
    const said = await fetch(url).then(
      ({ status }) => String(status),
      (error: unknown) => String(error),
    );
    await appendFile(log, `${new Date().toISOString()} ${cron} ${said}\n`).catch(() => undefined);
    await sleep(every - (Date.now() % every));
  }
}
