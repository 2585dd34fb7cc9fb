import { setTimeout as sleep } from "node:timers/promises";
import pc from "picocolors";
import { z } from "zod";
import { ask } from "../ask.ts";
import { CliError } from "../cli-error.ts";
import { requireCredential } from "../credential.ts";
import { openInBrowser } from "../open-in-browser.ts";
import { type AddCommand, outputOf } from "./command.ts";

const Account = z.looseObject({
  id: z.int(),
  accountLabel: z.string().nullable(),
  connectionLabel: z.string().nullable(),
});
const Started = z.union([
  z.object({ alreadyConnected: z.literal(true), connection: Account }),
  z.object({ sessionToken: z.string(), connectUrl: z.url(), expiresAt: z.string(), pollIntervalMs: z.number() }),
]);
const Session = z.object({
  session: z.object({ status: z.string(), errorMessage: z.string().nullable() }),
  connection: Account.nullable(),
});

/** `clawlink connect`: opens the popup of an app and waits until it is connected. */
export const addConnect: AddCommand = (program) => {
  program
    .command("connect <app>")
    .description("connect an app in the browser, and wait for it")
    .option("--again", "connect although it is connected: one more account, or the same one anew")
    .option("--no-wait", "print the link and end")
    .action(async (integration: string, options: { again?: boolean; wait: boolean }, command) => {
      const output = outputOf(command);
      const credential = await requireCredential();
      const body = { integration, reuseIfConnected: options.again !== true };
      const started = await ask(credential, { method: "POST", path: "/api/connect/start", body, answer: Started });
      if ("alreadyConnected" in started) {
        output.answer(`${integration} is connected as ${label(started.connection)}.`, started);
        return;
      }
      const { connectUrl, sessionToken, expiresAt } = started;
      const { sessionToken: _, ...shown } = started;
      if (!options.wait || output.json)
        output.answer(`Open ${connectUrl}`, { status: "awaiting_user_action", ...shown });
      else process.stdout.write(`Open ${pc.underline(connectUrl)}\n`);
      if (!options.wait) return;
      await openInBrowser(connectUrl);
      output.note("Waiting until it is connected. Ctrl-C stops.");
      const path = `/api/connect/sessions/${encodeURIComponent(sessionToken)}`;
      while (Date.now() < Date.parse(expiresAt)) {
        const { session, connection } = await ask(credential, { path, answer: Session });
        if (session.status === "connected") {
          output.answer(`${integration} is connected${connection ? ` as ${label(connection)}` : ""}.`, {
            status: session.status,
            connection,
          });
          return;
        }
        if (session.status !== "awaiting_user_action")
          throw new CliError(
            "connection",
            session.errorMessage ?? `Connecting ${integration} ended: ${session.status}.`,
          );
        await sleep(Math.min(Math.max(started.pollIntervalMs, 100), 10_000));
      }
      throw new CliError("connection", "Nobody finished connecting in time.");
    });
};

function label({ id, accountLabel, connectionLabel }: z.infer<typeof Account>): string {
  return connectionLabel ?? accountLabel ?? `connection ${id}`;
}
