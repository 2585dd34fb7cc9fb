import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { generate } from "../packages/catalog/scripts/generate.ts";

// `node scripts/gen.ts` writes the catalog's generated doors; with --check it writes nothing and exits 1 when one is stale.
const target = join(import.meta.dirname, "../packages/catalog/src/generated");
const files = await generate();
const present = existsSync(target) ? await readdir(target, { recursive: true }) : [];
const orphans = present.filter((name) => name.endsWith(".ts") && !files.has(name));
const stale: string[] = [];
for (const [name, content] of files) {
  const file = join(target, name);
  if (!existsSync(file) || (await readFile(file, "utf8")) !== content) stale.push(name);
}

if (process.argv.includes("--check")) {
  for (const name of [...stale, ...orphans]) console.error(`stale: packages/catalog/src/generated/${name}`);
  if (stale.length + orphans.length > 0) {
    console.error("Run pnpm gen.");
    process.exitCode = 1;
  }
} else {
  for (const name of orphans) await rm(join(target, name));
  for (const name of stale) {
    await mkdir(dirname(join(target, name)), { recursive: true });
    await writeFile(join(target, name), files.get(name) ?? "");
  }
  console.log(`catalog: ${files.size} generated files, ${stale.length + orphans.length} changed`);
}
