import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Seen } from "./seen.ts";

/** A secret found in a file, in clear or in an encoding that hides nothing. */
export interface Find {
  readonly what: string;
  readonly encoding: string;
  readonly file: string;
}

/**
 * Searches every byte of every file under the folders for every secret, in clear, URL-encoded, hex, base64 and base64url.
 * The folders may be written to meanwhile: SQLite's log is read before its database, where it goes when it is closed.
 */
export async function findAtRest(folders: readonly string[], secrets: readonly Seen[]): Promise<Find[]> {
  const needles = secrets.flatMap(({ what, value }) =>
    [...encodings(value)].map(([encoding, text]) => ({ what, encoding, bytes: Buffer.from(text) })),
  );
  const finds: Find[] = [];
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    // "x.sqlite-wal" sorts after "x.sqlite": https://sqlite.org/walformat.html
    for (const file of files.sort().reverse()) {
      const content = await readFile(file).catch(emptyIfGone);
      for (const { what, encoding, bytes } of needles) {
        if (content.includes(bytes)) finds.push({ what, encoding, file: file.slice(folder.length) });
      }
    }
  }
  return finds;
}

function emptyIfGone(failure: unknown): Buffer {
  if (failure instanceof Error && "code" in failure && failure.code === "ENOENT") return Buffer.alloc(0);
  throw failure;
}

/** Base64 depends on where in its text a secret begins, so the two characters at either end are left out. */
function encodings(value: string): Map<string, string> {
  const found = new Map([
    ["clear", value],
    ["hex", Buffer.from(value).toString("hex")],
  ]);
  if (encodeURIComponent(value) !== value) found.set("URL-encoded", encodeURIComponent(value));
  for (let shift = 0; shift < 3; shift += 1) {
    const shifted = Buffer.from(" ".repeat(shift) + value);
    found.set(`base64+${shift}`, shifted.toString("base64").replace(/=+$/, "").slice(4, -2));
    found.set(`base64url+${shift}`, shifted.toString("base64url").slice(4, -2));
  }
  return found;
}
