import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../start/options.ts";

/** Where each workspace's vitest leaves its JSON report; git-ignored. */
export const reportFile = "test-results/vitest.json";

export interface Count {
  readonly passed: number;
  readonly failed: number;
  /** Skipped or to do; there should be none. */
  readonly skipped: number;
}

/** Adds up every report under the workspaces; a file that failed before its first test counts as one failure. */
export async function countResults(): Promise<Count> {
  let [passed, failed, skipped] = [0, 0, 0];
  for await (const file of glob([`{apps,packages}/*/${reportFile}`, `{e2e,scripts}/${reportFile}`], { cwd: root })) {
    const report = asRecord(JSON.parse(await readFile(join(root, file), "utf8")));
    passed += asNumber(report.numPassedTests);
    failed += asNumber(report.numFailedTests) + filesThatNeverRan(report);
    skipped += asNumber(report.numPendingTests) + asNumber(report.numTodoTests);
  }
  return { passed, failed, skipped };
}

function filesThatNeverRan(report: Record<string, unknown>): number {
  const files = Array.isArray(report.testResults) ? report.testResults.map(asRecord) : [];
  return files.filter(({ status, assertionResults }) => {
    const failures = Array.isArray(assertionResults) ? assertionResults.map(asRecord) : [];
    return status === "failed" && !failures.some((test) => test.status === "failed");
  }).length;
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function asNumber(value: unknown): number {
  return typeof value === "number" ? value : 0;
}
