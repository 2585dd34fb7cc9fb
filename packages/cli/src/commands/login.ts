import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { PairingExchanged, PairingSession, PairingStarted } from "@clawlink/contract";
import pc from "picocolors";
import { z } from "zod";
import { ask } from "../ask.ts";
import { parseBaseUrl, publicBaseUrl } from "../base-url.ts";
import { CliError } from "../cli-error.ts";
import { credentialFile, saveCredential, savedCredential } from "../credential.ts";
import { openInBrowser } from "../open-in-browser.ts";
import type { Output } from "../output.ts";
import { type AddCommand, outputOf } from "./command.ts";

const Started = PairingStarted.pick({
  sessionToken: true,
  verifier: true,
  displayCode: true,
  pairUrl: true,
  expiresAt: true,
  pollIntervalMs: true,
});
const Session = z.object({ session: PairingSession.pick({ approvedUserHint: true }).extend({ status: z.string() }) });

/** `clawlink login`: pairs this machine in the browser and keeps its key. */
export const addLogin: AddCommand = (program) => {
  program
    .command("login")
    .description("pair this machine with ClawLink in the browser")
    .option("--base-url <url>", `the ClawLink to pair with (CLAWLINK_BASE_URL; ${publicBaseUrl})`)
    .option("--name <name>", "what the person will see this machine as")
    .action(async (options: { baseUrl?: string; name?: string }, command) => {
      const baseUrl = parseBaseUrl(options.baseUrl ?? process.env.CLAWLINK_BASE_URL ?? publicBaseUrl);
      await login(baseUrl, options.name ?? hostname(), outputOf(command));
    });
};

async function login(baseUrl: string, deviceLabel: string, output: Output): Promise<void> {
  // A file that is not to be trusted is replaced by what follows.
  const earlier = await savedCredential().catch(() => null);
  if (earlier) output.note(`This machine is paired with ${earlier.baseUrl}; the new key replaces that one.`);
  const started = await ask(
    { baseUrl },
    {
      method: "POST",
      path: "/api/openclaw/pair/start",
      body: { deviceLabel: deviceLabel.slice(0, 120) || "Terminal" },
      answer: Started,
    },
  );
  const { sessionToken, verifier, displayCode, pairUrl } = started;
  const lines = `Open ${pc.underline(pairUrl)}\nApprove if the page shows this code: ${pc.bold(displayCode)}`;
  if (output.json) output.answer("", { status: "awaiting_browser", pairUrl, displayCode });
  else process.stdout.write(`${lines}\n`);
  await openInBrowser(pairUrl);

  const path = `/api/openclaw/pair/sessions/${encodeURIComponent(sessionToken)}`;
  const account = await approval(baseUrl, path, started);
  const exchange = { method: "POST", path: `${path}/exchange`, body: { verifier, client: "cli" } } as const;
  const { apiKey } = await ask({ baseUrl }, { ...exchange, answer: PairingExchanged.pick({ apiKey: true }) });
  await saveCredential({ baseUrl, apiKey });
  await ask({ baseUrl }, { method: "POST", path: `${path}/finalize`, body: { verifier }, answer: Session });
  output.answer(`Paired with ${baseUrl} as ${account ?? "you"}. The key is in ${credentialFile()}.`, {
    status: "paired",
    baseUrl,
    account,
  });
}

async function approval(baseUrl: string, path: string, started: z.infer<typeof Started>): Promise<string | null> {
  const until = Date.parse(started.expiresAt);
  while (Date.now() < until) {
    const { session } = await ask({ baseUrl }, { path, answer: Session });
    switch (session.status) {
      case "ready_for_device":
      case "awaiting_local_save":
        return session.approvedUserHint;
      case "awaiting_browser":
        await sleep(Math.min(Math.max(started.pollIntervalMs, 100), 10_000));
        break;
      default:
        throw new CliError(
          "failed",
          session.status === "failed" ? "It was rejected in the browser." : "The link is over.",
        );
    }
  }
  throw new CliError("failed", "Nobody approved in time. Run clawlink login again.");
}
