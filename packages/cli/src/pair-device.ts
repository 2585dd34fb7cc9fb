import { setTimeout as sleep } from "node:timers/promises";
import { PairingExchanged, PairingSession, PairingStarted } from "@clawlink/contract";
import pc from "picocolors";
import { z } from "zod";
import { ask } from "./ask.ts";
import { CliError } from "./cli-error.ts";
import { openInBrowser } from "./open-in-browser.ts";
import type { Output } from "./output.ts";

const Started = PairingStarted.pick({
  sessionToken: true,
  verifier: true,
  displayCode: true,
  pairUrl: true,
  expiresAt: true,
  pollIntervalMs: true,
});
const Session = z.object({ session: PairingSession.pick({ approvedUserHint: true }).extend({ status: z.string() }) });

/** A key that a person has just given to a device. */
export interface Paired {
  readonly apiKey: string;
  /** Whose it is, masked. */
  readonly account: string | null;
  /** Says that the key is kept: it cannot be handed out again. */
  done(): Promise<void>;
}

/** Shows the person a link and a code, and waits until they have approved the device in the browser. Throws `failed` when they did not. */
export async function pairDevice(baseUrl: string, deviceLabel: string, output: Output): Promise<Paired> {
  const body = { deviceLabel: deviceLabel.slice(0, 120) || "Terminal" };
  const start = { method: "POST", path: "/api/openclaw/pair/start", body, answer: Started } as const;
  const started = await ask({ baseUrl }, start);
  const { sessionToken, verifier, displayCode, pairUrl } = started;
  const lines = `Open ${pc.underline(pairUrl)}\nApprove if the page shows this code: ${pc.bold(displayCode)}`;
  if (output.json) output.answer("", { status: "awaiting_browser", pairUrl, displayCode });
  else process.stdout.write(`${lines}\n`);
  await openInBrowser(pairUrl);
  output.note("Waiting for you to approve. Ctrl-C stops.");

  const path = `/api/openclaw/pair/sessions/${encodeURIComponent(sessionToken)}`;
  const account = await approval(baseUrl, path, started);
  const exchange = { method: "POST", path: `${path}/exchange`, body: { verifier, client: "cli" } } as const;
  const { apiKey } = await ask({ baseUrl }, { ...exchange, answer: PairingExchanged.pick({ apiKey: true }) });
  const done = async () => {
    await ask({ baseUrl }, { method: "POST", path: `${path}/finalize`, body: { verifier }, answer: Session });
  };
  return { apiKey, account, done };
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
  throw new CliError("failed", "Nobody approved in time. Run the command again.");
}
