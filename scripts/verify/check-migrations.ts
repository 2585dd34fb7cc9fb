import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { root } from "../start/options.ts";

/** The migration that is missing, or none: drizzle-kit must find nothing to add to a copy of `migrations/`. */
export async function checkMigrations(): Promise<string[]> {
  const db = join(root, "packages/db");
  const copy = await mkdtemp(join(tmpdir(), "clawlink-migrations-"));
  try {
    await cp(join(root, "migrations"), copy, { recursive: true });
    const before = new Set(await readdir(copy));
    // drizzle-kit puts `./` before whatever it is given.
    const where = ["--dialect", "sqlite", "--schema", "./src/schema/index.ts", "--out", relative(db, copy)];
    await promisify(execFile)(join(db, "node_modules/.bin/drizzle-kit"), ["generate", ...where], { cwd: db });
    const added = (await readdir(copy)).filter((name) => !before.has(name));
    return added.map((name) => `packages/db/src/schema has changed: \`drizzle-kit generate\` would add ${name}`);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
