import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./options.ts";

const skipped = new Set([
  "node_modules",
  ".next",
  ".open-next",
  ".turbo",
  "next-env.d.ts",
  "test",
  "test-results",
  "coverage",
]);

/** One hash over the content of files and folders, named relative to the repository; what is built or a test is left out. */
export async function hashFiles(paths: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const path of paths) await add(hash, path);
  return hash.digest("hex");
}

async function add(hash: ReturnType<typeof createHash>, path: string): Promise<void> {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch(() => null);
  if (!entries) {
    const content = await readFile(join(root, path));
    hash.update(`${path}\0${content.byteLength}\0`).update(content);
    return;
  }
  for (const entry of entries.sort((left, right) => (left.name < right.name ? -1 : 1))) {
    if (!skipped.has(entry.name) && !entry.name.endsWith(".tsbuildinfo")) await add(hash, join(path, entry.name));
  }
}
