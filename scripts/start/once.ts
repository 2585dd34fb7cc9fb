import { readFile, writeFile } from "node:fs/promises";

/** Does `work` unless the stamp in `file` says it was done for this very `key`. True when it had to be done. */
export async function once(file: string, key: string, work: () => Promise<void>): Promise<boolean> {
  if ((await readFile(file, "utf8").catch(() => "")) === key) return false;
  await work();
  await writeFile(file, key);
  return true;
}
