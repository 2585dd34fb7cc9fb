/** One line of the report. `ok` is null for what is told and not judged. */
export interface Finding {
  readonly part: string;
  readonly name: string;
  readonly expected: string;
  readonly measured: string;
  readonly ok: boolean | null;
}

const mark = (ok: boolean | null) => (ok === null ? "told" : ok ? "ok" : "MISSED");

const begun = Date.now();

/** Says on stderr what is being done now. */
export const progress = (what: string) =>
  console.error(`${((Date.now() - begun) / 1000).toFixed(0).padStart(4)} s  ${what}`);

/** Prints a table for people and, if asked, one JSON object; exit code 1 where a stated measure is missed. */
export function report(title: string, findings: readonly Finding[], json: boolean, startedAt: number): void {
  const rows = findings.map(({ part, name, expected, measured, ok }) => [part, name, expected, measured, mark(ok)]);
  const header = ["part", "what", "expected", "measured", ""];
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0)));
  const missed = findings.filter(({ ok }) => ok === false).length;
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  console.log(`\n${title}\n`);
  for (const row of [header, widths.map((width) => "-".repeat(width)), ...rows])
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
  console.log(`\n${missed === 0 ? "Every measure holds." : `${missed} missed.`} ${seconds} s.`);
  if (json) console.log(JSON.stringify({ title, seconds, missed, findings }));
  process.exitCode = missed === 0 ? 0 : 1;
}
