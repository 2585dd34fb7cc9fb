import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { openBrowser } from "../browser.ts";
import { walkPlans } from "./plans/walk-plans.ts";
import { walk } from "./walk.ts";
import type { Step } from "./walk-pages.ts";

/**
 * `pnpm screens`: a picture of every page and state in every look, in `e2e/screens`. `--json` adds what was taken as the last line; not 0
 * where a page could not be seen, answers with another status than it should, or is wider than its window.
 */
const folder = join(import.meta.dirname, "../../screens");
const taken: { name: string; look: string; problems: readonly string[] }[] = [];

async function take(step: Step): Promise<void> {
  const { shown, look } = step;
  const failed = "failed" in step;
  if (!failed) {
    await step.page.screenshot({ path: join(folder, `${shown.name}-${look.name}.png`), fullPage: !shown.act });
  }
  taken.push({ name: shown.name, look: look.name, problems: failed ? [step.failed] : step.problems });
}

const browser = await openBrowser();
try {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await walk(browser, take);
  await walkPlans(browser, take);
} finally {
  await browser.close();
}

console.table(taken.map(({ name, look, problems }) => ({ page: name, look, problems: problems.length })));
const missed = taken.filter(({ problems }) => problems.length > 0);
for (const { name, look, problems } of missed) console.log(`${name} ${look}: ${problems.join("; ")}`);
console.log(`${taken.length} pictures in ${folder}`);
if (process.argv.includes("--json")) console.log(JSON.stringify({ ok: missed.length === 0, folder, taken }));
process.exitCode = missed.length === 0 && taken.length > 0 ? 0 : 1;
