import { readSummary, run, type Scenario } from "./run-suite.ts";
import { absentReason, fixtureReason } from "./scenario-reasons.ts";

/** One line of the result. */
export interface Verdict {
  readonly suite: string;
  readonly scenario: string;
  readonly how: "passed" | "passed by the fixtures" | "not offered" | "missed";
  readonly reason: string;
}

const suiteMs = 300_000;
const passes = (scenario: Scenario | undefined) => scenario !== undefined && scenario.failed === 0;

async function scenarios(command: readonly string[], url: string, options: readonly string[]): Promise<Scenario[]> {
  const { output } = await run([...command, "server", "--url", url, ...options], suiteMs);
  const found = readSummary(output);
  if (found.length === 0) throw new Error(`The suite told nothing of ${url}:\n${output.slice(-2_000)}`);
  return found;
}

/** Runs a suite against ClawLink and against the fixtures, and says how each scenario fared. */
export async function judgeSuite(
  suite: { name: string; command: readonly string[]; options: readonly string[] },
  urls: { product: string; fixtures: string },
): Promise<Verdict[]> {
  const ours = await scenarios(suite.command, urls.product, suite.options);
  const fixtures = await scenarios(suite.command, urls.fixtures, suite.options);
  return ours.map((scenario): Verdict => {
    const line = { suite: suite.name, scenario: scenario.name };
    const [absent, wants] = [absentReason(scenario.name), fixtureReason(scenario.name)];
    const counts = `${scenario.passed} passed, ${scenario.failed} failed`;
    if (passes(scenario) && scenario.passed > 0) return { ...line, how: "passed", reason: counts };
    if (absent) return { ...line, how: "not offered", reason: absent };
    const there = fixtures.find(({ name }) => name === scenario.name);
    if (wants && passes(there)) return { ...line, how: "passed by the fixtures", reason: wants };
    return {
      ...line,
      how: "missed",
      reason: `${counts}; fixtures: ${there?.passed ?? 0} passed, ${there?.failed ?? 0} failed`,
    };
  });
}
