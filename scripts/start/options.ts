import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

export const root = resolve(import.meta.dirname, "../..");

/** Where everything of one running instance lives and listens. */
export interface StartOptions {
  /** Keys, configuration, logs and local storage; git-ignored `.clawlink` unless `--state` or `CLAWLINK_STATE` says otherwise. */
  readonly state: string;
  readonly webPort: number;
  readonly apiPort: number;
  /** The first of seven ports in a row. */
  readonly emulatorsPort: number;
  /** Whether plans are sold, by an emulated Polar on the port after the seven: `CLAWLINK_BILLING=emulated`. */
  readonly billing: boolean;
  readonly webOrigin: string;
  readonly apiOrigin: string;
}

/** Reads the command line and the environment; throws with the name of whatever is wrong. */
export function readOptions(): StartOptions {
  const { values } = parseArgs({ options: { state: { type: "string" } } });
  const webPort = port("CLAWLINK_WEB_PORT", 4000);
  const apiPort = port("CLAWLINK_API_PORT", 4001);
  return {
    state: resolve(values.state ?? process.env.CLAWLINK_STATE ?? join(root, ".clawlink")),
    webPort,
    apiPort,
    emulatorsPort: port("CLAWLINK_EMULATORS_PORT", 4100),
    billing: process.env.CLAWLINK_BILLING === "emulated",
    webOrigin: `http://localhost:${webPort}`,
    apiOrigin: `http://localhost:${apiPort}`,
  };
}

function port(variable: string, standard: number): number {
  const text = process.env[variable] ?? String(standard);
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > 65_500) throw new Error(`${variable}=${text} is not a port.`);
  return value;
}
