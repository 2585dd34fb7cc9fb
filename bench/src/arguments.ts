import { parseArgs } from "node:util";

/** `--json` prints one object as the last line; `--only a,b` runs some parts; `--port` is the first of ten in a row to listen on. */
export function readArguments(): { json: boolean; only: ReadonlySet<string> | null; port: number } {
  const { values } = parseArgs({
    options: {
      json: { type: "boolean", default: false },
      only: { type: "string" },
      port: { type: "string", default: "41901" },
    },
  });
  return { json: values.json, only: values.only ? new Set(values.only.split(",")) : null, port: Number(values.port) };
}
