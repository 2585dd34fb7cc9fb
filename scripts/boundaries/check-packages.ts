import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../start/options.ts";
import { onlyIn, rules } from "./rules.ts";

/** What the `package.json` files of the workspaces declare against the rules; `devDependencies` are for tests and free. */
export async function checkPackages(files: readonly string[]): Promise<string[]> {
  const problems: string[] = [];
  for (const path of files.filter((name) => /^(?:packages|apps)\/[^/]+\/package\.json$/.test(name))) {
    const workspace = path.split("/")[1] ?? "";
    const rule = rules[workspace];
    if (!rule) problems.push(`${path}: there is no rule for this workspace in scripts/boundaries/rules.ts`);
    for (const name of await dependencies(path)) {
      const ours = /^@clawlink\/(.+)$/.exec(name)?.[1];
      if (ours && !rule?.mayImport.some((door) => door.split("/")[0] === ours))
        problems.push(`${path}: may not depend on ${name}`);
      if (rule?.neverImport?.includes(name)) problems.push(`${path}: never depends on ${name}`);
      if (onlyIn[name] && onlyIn[name] !== workspace) problems.push(`${path}: ${name} is ${onlyIn[name]}'s alone`);
    }
  }
  return problems;
}

async function dependencies(path: string): Promise<string[]> {
  const parsed: unknown = JSON.parse(await readFile(join(root, path), "utf8"));
  if (typeof parsed !== "object" || parsed === null || !("dependencies" in parsed)) return [];
  return typeof parsed.dependencies === "object" && parsed.dependencies ? Object.keys(parsed.dependencies) : [];
}
