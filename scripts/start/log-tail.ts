import { readFile } from "node:fs/promises";

/** The last `lines` lines of a log, for the message that says why something stopped. */
export async function logTail(file: string, lines = 60): Promise<string> {
  const text = await readFile(file, "utf8").catch(() => "");
  return text.trimEnd().split("\n").slice(-lines).join("\n");
}
