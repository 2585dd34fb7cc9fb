import { openBrowser } from "../browser.ts";
import type { Product } from "../product.ts";
import { findBarriers } from "./find-barriers.ts";
import { judge, limits, type Measured } from "./judge.ts";
import { type Scored, scorePages, tooLow } from "./lighthouse.ts";
import { walkPlans } from "./plans/walk-plans.ts";
import type { Scene } from "./scene.ts";
import { walk } from "./walk.ts";
import type { Step } from "./walk-pages.ts";

/**
 * `pnpm a11y`: visits every page and state in every look and holds it against the limits: axe-core, headers and policy, requests
 * elsewhere, script errors, layout shift, largest paint, script size. `--full` adds the pages of an account with everything in great numbers,
 * and Lighthouse's scores; `--json` the figures as the last line; not 0 where one is missed.
 */
const measured = new Map<string, Measured>();

async function measure(step: Step): Promise<void> {
  const { shown, look } = step;
  const known = measured.get(shown.name) ?? { name: shown.name, shift: 0, paintsMs: [], scriptBytes: 0, problems: [] };
  measured.set(shown.name, known);
  const problems = "failed" in step ? [`could not be seen: ${step.failed}`] : [...step.problems];
  if (!("failed" in step)) {
    known.shift = Math.max(known.shift, step.vitals.shift);
    known.paintsMs.push(step.vitals.paintMs);
    known.scriptBytes = Math.max(known.scriptBytes, step.scriptBytes);
    problems.push(...(await findBarriers(step.page)));
  }
  for (const problem of problems) process.stderr.write(`  ${problem}\n`);
  known.problems.push(...problems.map((problem) => `${look.name}: ${problem}`));
}

let scores: Scored[] = [];
const low: string[] = [];

async function score(product: Product, { full }: Scene): Promise<void> {
  if (!full) return;
  scores = await scorePages(product, full).catch((error: unknown) => {
    low.push(`Lighthouse did not run: ${error instanceof Error ? error.message : error}`);
    return [];
  });
  low.push(...tooLow(scores));
}

const browser = await openBrowser();
try {
  await walk(browser, measure, score);
  await walkPlans(browser, measure);
} finally {
  await browser.close();
}

const judged = [...measured.values()].map(judge);
console.table(
  Object.fromEntries(
    judged.map(({ name, shift, paintMs, scriptKb, problems }) => [
      name,
      { CLS: shift, "LCP ms": paintMs, "JS KB": scriptKb, problems: problems.length },
    ]),
  ),
);
if (scores.length > 0) console.table(Object.fromEntries(scores.map(({ name, ...of }) => [name, of])));
for (const problem of low) console.log(problem);
for (const { name, problems } of judged) for (const problem of problems) console.log(`${name}: ${problem}`);
const missed = judged.filter(({ problems }) => problems.length > 0).map(({ name }) => name);
const ok = missed.length === 0 && low.length === 0 && judged.length > 0;
console.log(
  ok ? "every measure is met" : `missed on ${missed.length} of ${judged.length} pages, and ${low.length} scores`,
);
if (process.argv.includes("--json")) console.log(JSON.stringify({ ok, limits, pages: judged, scores }));
process.exitCode = ok ? 0 : 1;
