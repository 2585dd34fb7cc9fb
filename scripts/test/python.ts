import { spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { root } from "../start/options.ts";
import { reportFile } from "./count-results.ts";

/** Runs the Hermes plugin's tests under python3 and leaves a report beside vitest's; exits 1 when one fails, 2 without a python3 of 3.9 or newer. */
const plugin = join(root, "packages/hermes-plugin");
const version = spawnSync("python3", ["-c", "import sys; print(sys.version_info >= (3, 9))"], { encoding: "utf8" });
if (version.status !== 0 || version.stdout.trim() !== "True") {
  console.error(
    "The Hermes plugin is Python: its tests need python3, 3.9 or newer, and this machine has none on PATH.",
  );
  process.exit(2);
}
const { status, stderr } = spawnSync("python3", ["-B", "-m", "unittest", "discover", "-s", "tests", "-t", "."], {
  cwd: plugin,
  encoding: "utf8",
});
console.log(stderr);
const ran = Number(/^Ran (\d+) tests?/m.exec(stderr)?.[1] ?? 0);
const count = (what: string) => Number(new RegExp(`${what}=(\\d+)`).exec(stderr)?.[1] ?? 0);
const failed = count("failures") + count("errors");
const skipped = count("skipped");
const ok = status === 0 && ran > 0;
const report = {
  numPassedTests: ran - failed - skipped,
  numFailedTests: ok ? 0 : failed || 1,
  numPendingTests: skipped,
};
await mkdir(dirname(join(plugin, reportFile)), { recursive: true });
await writeFile(join(plugin, reportFile), JSON.stringify(report));
process.exitCode = ok ? 0 : 1;
