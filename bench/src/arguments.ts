import { parseArgs } from "node:util";

/** `--json` prints one object as the last line; `--only a,b` runs some parts. */
export function readArguments(): { json: boolean; only: ReadonlySet<string> | null } {
  const { values } = parseArgs({ options: { json: { type: "boolean", default: false }, only: { type: "string" } } });
  return { json: values.json, only: values.only ? new Set(values.only.split(",")) : null };
}
