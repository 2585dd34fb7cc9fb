import { spawn } from "node:child_process";

/** What a run of a program printed, and how it ended. */
export interface Ran {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a program to its end, or kills it after `patienceMs`; `onOutput` is told of everything printed so far. */
export function run(
  command: readonly string[],
  patienceMs: number,
  onOutput: (output: string) => void = () => undefined,
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const [program = "", ...rest] = command;
  const child = spawn(program, rest, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NO_COLOR: "1", ...env },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      onOutput(output);
    });
  const late = setTimeout(() => child.kill("SIGKILL"), patienceMs);
  return new Promise((resolve) => {
    child.once("close", (code) => {
      clearTimeout(late);
      resolve({ code, output });
    });
  });
}

/** One scenario's outcome; a scenario that checked nothing has passed nothing. */
export interface Scenario {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
}

/** The scenarios in the summary that the conformance suite prints last. */
export function readSummary(output: string): Scenario[] {
  const summary = output.slice(output.lastIndexOf("=== SUMMARY ==="));
  return [...summary.matchAll(/^[✓✗] (\S+): (\d+) passed, (\d+) failed/gm)].map(([, name = "", passed, failed]) => ({
    name,
    passed: Number(passed),
    failed: Number(failed),
  }));
}
