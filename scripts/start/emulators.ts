import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Children } from "./children.ts";
import { logTail } from "./log-tail.ts";
import type { StartOptions } from "./options.ts";

/** What the emulators say when they are ready. */
export interface ReadyEmulators {
  /** Real origins to loopback ones: the workers' `LOOPBACK_ORIGINS`. */
  readonly origins: object;
  readonly urls: Readonly<Record<string, string>>;
  /** OAuth clients by provider: the api worker's `OAUTH_CLIENTS`. */
  readonly clients: object;
  /** API keys by provider. */
  readonly keys: { readonly resend: string };
  /** The emulated Polar, or null. */
  readonly polar: ReadyPolar | null;
}

/** How an emulated Polar is reached, and what it sells. */
export interface ReadyPolar {
  readonly url: string;
  readonly accessToken: string;
  readonly webhookSecret: string;
  readonly productIds: readonly string[];
}

/** Starts the emulated providers and waits until they answer, 60 seconds at the most. */
export async function startEmulators(options: StartOptions, children: Children): Promise<ReadyEmulators> {
  const log = join(options.state, "logs", "emulators.log");
  const main = "packages/testing/src/emulators-main.ts";
  const where = ["--state", options.state, "--port", String(options.emulatorsPort)];
  const command = ["node", main, ...where, "--redirect-origin", options.webOrigin];
  if (options.billing) command.push("--billing");
  const { promise, resolve } = Promise.withResolvers<ReadyEmulators>();
  let output = "";
  children.start("The emulated providers", {
    command,
    log,
    onOutput: (text) => {
      output = `${output}${text}`.slice(-100_000);
      const ready = findReady(output);
      if (ready) resolve(ready);
    },
  });
  const late = sleep(60_000, null, { ref: false });
  const ready = await Promise.race([promise, late]);
  if (ready) return ready;
  throw new Error(`The emulated providers did not start:\n${await logTail(log)}`);
}

function findReady(output: string): ReadyEmulators | null {
  const line = /^\{"ready":true.*\}$/m.exec(output)?.[0];
  const ready: unknown = line ? JSON.parse(line) : null;
  return isReady(ready) ? ready : null;
}

function isReady(value: unknown): value is ReadyEmulators {
  if (typeof value !== "object" || value === null) return false;
  return ["origins", "urls", "clients", "keys"].every((name) => typeof Reflect.get(value, name) === "object");
}
