import { onlyIn, rules } from "./rules.ts";
import type { SourceFile } from "./source-file.ts";

const touches = {
  network: /(?<![.\w])(?:fetch|WebSocket|EventSource)\s*\(/,
  clock: /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b|(?<![.\w])set(?:Timeout|Interval)\b/,
  randomness: /\bMath\.random\b|(?<![.\w])crypto\b/,
  environment: /\bprocess\.env\b|\bDeno\b/,
} as const;

/** What one source file imports or touches against the rules; tests and build scripts may reach further. */
export function checkImports(file: SourceFile): string[] {
  const rule = file.workspace === null ? undefined : rules[file.workspace];
  if (file.isTest || !rule || /^(?:packages|apps)\/[^/]+\/(?:scripts|[^/]+\.config\.ts)/.test(file.path)) return [];
  const problems = file.imports.flatMap((name) => problemOf(name, file, rule.mayImport, rule.neverImport ?? []));
  for (const kind of rule.neverTouch ?? []) {
    if (!file.isGenerated && touches[kind].test(file.code))
      problems.push(`touches the ${kind}, which this package never does`);
  }
  return problems.map((problem) => `${file.path}: ${problem}`);
}

function problemOf(name: string, file: SourceFile, may: readonly string[], never: readonly string[]): string[] {
  if (name.startsWith("@clawlink/")) {
    const door = name.slice("@clawlink/".length);
    const allowed = may.includes(door) || may.includes(door.split("/")[0] ?? "");
    return allowed || door.split("/")[0] === file.workspace ? [] : [`may not import ${name}`];
  }
  const owner = Object.entries(onlyIn).find(([other]) => name === other || name.startsWith(`${other}/`))?.[1];
  if (owner && owner !== file.workspace) return [`imports ${name}, which is ${owner}'s alone`];
  if (never.some((other) => name === other || name.startsWith(other.endsWith(":") ? other : `${other}/`))) {
    return [`never imports ${name}`];
  }
  if (name.startsWith(".")) return leaves(name, file);
  return [];
}

/** A relative import stays in its workspace, and does not lead from one provider's folder into another's. */
function leaves(name: string, file: SourceFile): string[] {
  const target = new URL(name, `file:///${file.path}`).pathname.slice(1);
  const home = `${file.path.split("/").slice(0, 2).join("/")}/`;
  if (!target.startsWith(home)) return [`reaches out of ${home} with ${name}`];
  const [from, to] = [file.path, target].map((path) => /^packages\/catalog\/src\/providers\/([^/]+)\//.exec(path)?.[1]);
  return from && to && from !== to ? [`reaches into ${to}'s folder with ${name}`] : [];
}
