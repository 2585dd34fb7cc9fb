import type { SourceFile } from "./source-file.ts";

const vague =
  /(^|\/)(utils?|helpers?|common|shared|misc|managers?)(\/|\.|-|$)|-(utils?|helpers?|common|shared|manager)\./;
const maxLines = 400;

/** Names that say nothing, and files nobody can hold in their head. */
export function checkShape(paths: readonly string[], files: readonly SourceFile[]): string[] {
  const named = paths
    .filter((path) => vague.test(path) && !path.endsWith(".d.ts"))
    .map((path) => `${path}: name it after what it is for`);
  const long = files.filter(({ lines, isGenerated }) => lines > maxLines && !isGenerated);
  return [...named, ...long.map(({ path, lines }) => `${path}: ${lines} lines, over ${maxLines}`)];
}

/** One line on how long the source files are. */
export function describeShape(files: readonly SourceFile[]): string {
  const lengths = files.filter((file) => !file.isGenerated).map((file) => file.lines);
  lengths.sort((left, right) => left - right);
  const at = (share: number) => lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))] ?? 0;
  return `${lengths.length} source files: median ${at(0.5)} lines (aim: 70), 90 % up to ${at(0.9)} (aim: 200), longest ${at(1)}`;
}
