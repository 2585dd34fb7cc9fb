import { parseArgs } from "node:util";

interface Arguments {
  readonly json: boolean;
  readonly only: ReadonlySet<string> | null;
  readonly port: number;
  readonly minutes: number;
}

/** `--json` prints one object as the last line; `--only a,b` runs some parts; `--port` is the first of ten in a row to listen on; `--minutes` is how long a soak takes. */
export function readArguments(): Arguments {
  const { values } = parseArgs({
    options: {
      json: { type: "boolean", default: false },
      only: { type: "string" },
      port: { type: "string", default: "41901" },
      minutes: { type: "string", default: "10" },
    },
  });
  const { json, only, port, minutes } = values;
  return { json, only: only ? new Set(only.split(",")) : null, port: Number(port), minutes: Number(minutes) };
}
