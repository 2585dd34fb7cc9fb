import { setTimeout as sleep } from "node:timers/promises";
import { anotherDevice, connectByOAuth, type Executed, execute, makePerson } from "../person.ts";
import type { Finding } from "../report.ts";
import { consent, type LinearServer } from "./linear-server.ts";

const callers = 200;
/** How long the server's access tokens live; the product renews those with less than 30 s to go. */
export const tokenSeconds = 40;

const codes = (runs: readonly Executed[]) => {
  const failed = [...new Set(runs.flatMap(({ error }) => error?.code ?? []))].join(", ");
  return failed === "" ? "" : ` (${failed})`;
};

/** 200 calls at once by two devices on a token that has to be renewed, twice: the second time shows that the grant lives. */
export async function refreshRace(origin: string, linear: LinearServer): Promise<Finding[]> {
  const first = await makePerson(origin);
  const second = await anotherDevice(first);
  await connectByOAuth(first, "linear", consent);
  const findings: Finding[] = [];
  const rounds = [
    { round: "token expired", waitMs: tokenSeconds * 1_000 + 500 },
    { round: "token about to expire: the grant is alive", waitMs: (tokenSeconds - 30) * 1_000 + 500 },
  ];
  for (const { round, waitMs } of rounds) {
    await sleep(waitMs);
    const before = { ...linear.seen };
    const calls = Array.from({ length: callers }, (_, index) =>
      execute(index % 2 === 0 ? first : second, "linear_get_viewer", {}),
    );
    const runs = await Promise.all(calls);
    const succeeded = runs.filter(({ ok }) => ok).length;
    const refreshes = linear.seen.refreshes - before.refreshes;
    const refusals = linear.seen.refusals - before.refusals;
    findings.push({
      part: "refresh",
      name: `${callers} calls at once, ${round}`,
      expected: `1 refresh, ${callers} succeed, none refused`,
      measured: `${refreshes} refresh, ${succeeded} succeed${codes(runs)}, ${refusals === 0 ? "none" : refusals} refused`,
      ok: refreshes === 1 && succeeded === callers && refusals === 0,
    });
  }
  return findings;
}
