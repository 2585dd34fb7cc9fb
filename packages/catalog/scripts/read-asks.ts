import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** What people ask for each action of an app, by its id, from `asks.txt` in the app's folder: a line `# id`, then a request a line. */
export async function readAsks(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const file = join(import.meta.dirname, "../src/providers", folder, "asks.txt");
  const asks = new Map<string, string[]>();
  if (!existsSync(file)) return asks;
  let requests: string[] | undefined;
  for (const line of (await readFile(file, "utf8")).split("\n").map((line) => line.trim())) {
    if (line.startsWith("# ")) {
      requests = [];
      asks.set(line.slice(2), requests);
    } else if (line !== "") {
      if (!requests) throw new Error(`${file}: "${line}" stands before the first action.`);
      requests.push(line);
    }
  }
  return asks;
}
