import { spawnSync } from "node:child_process";
import { glob, rm } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./start/options.ts";
import { countResults, reportFile } from "./test/count-results.ts";
import { ensureChromium } from "./test/ensure-chromium.ts";

/** Everything, on a clean checkout: packages, verify, unit and worker tests, the build, the journeys. The last line counts. */
const startedAt = Date.now();
const broken: string[] = [];

function step(name: string, line: readonly string[], env: Record<string, string> = {}): boolean {
  console.log(`\n=== ${name} (${Math.round((Date.now() - startedAt) / 1000)} s)`);
  const [program = "", ...rest] = line;
  const options = { cwd: root, env: { ...process.env, ...env }, stdio: ["ignore", "inherit", "inherit"] as const };
  return spawnSync(program, rest, { ...options, stdio: [...options.stdio] }).status === 0;
}

function must(name: string, line: readonly string[]): boolean {
  const ok = step(name, line);
  if (!ok) broken.push(name);
  return ok;
}

const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
for await (const file of glob(`{apps/*,packages/*,e2e,scripts}/${reportFile}`, { cwd: root }))
  await rm(join(root, file));

if (must("packages", ["pnpm", "install", "--frozen-lockfile"])) {
  must("verify", ["node", "scripts/verify.ts"]);
  // Failures of these three are in their reports; `unreported` is a run that failed without one.
  const unit = ["turbo", "run", "test", "--concurrency=2", "--force", "--continue", "--output-logs=new-only"];
  const runs = [step("unit and worker tests", [...unit, "--", ...reporters])];
  runs.push(step("tests of the scripts", ["vitest", "run", "--root", "scripts", ...reporters]));
  runs.push(step("tests of the Hermes plugin (python3)", ["node", "scripts/test/python.ts"]));
  if (must("build", ["node", "scripts/build.ts"])) {
    try {
      const CLAWLINK_CHROMIUM = ensureChromium();
      runs.push(step("end to end", ["pnpm", "--filter", "@clawlink/e2e", "e2e", ...reporters], { CLAWLINK_CHROMIUM }));
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      broken.push("end to end");
    }
  }
  const { failed } = await countResults();
  if (runs.includes(false) && failed === 0) broken.push("a test run that left no report of its failure");
}

const { passed, failed, skipped } = await countResults();
for (const name of broken) console.log(`FAILED: ${name}`);
if (skipped > 0) console.log(`${skipped} skipped`);
console.log(`\n${Math.round((Date.now() - startedAt) / 1000)} s`);
console.log(`${passed} passed, ${failed + broken.length} failed`);
process.exitCode = failed + broken.length === 0 && passed > 0 ? 0 : 1;
