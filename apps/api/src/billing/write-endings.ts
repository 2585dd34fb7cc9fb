import { openDatabase } from "@clawlink/db";
import { listEndings } from "@clawlink/services/billing/list-endings";
import { loadBilling } from "@clawlink/services/billing/load-billing";
import { planNotices } from "@clawlink/services/billing/plan-notices";
import { writeNotices } from "@clawlink/services/billing/write-notices";
import { type Bindings, readEnvironment } from "../environment.ts";
import { inTurns } from "../in-turns.ts";
import { upgradeUrlOf } from "./upgrade-url.ts";

/** Writes to people whose trial or plan ends, or has ended, by time alone: nothing else happens that could tell them. How many were looked after. */
export async function writeEndings(bindings: Bindings, now: number): Promise<number> {
  const environment = readEnvironment(bindings);
  const { billing, mail } = environment;
  if (!billing || !mail) return 0;
  const database = openDatabase(bindings.DB);
  const billingUrl = upgradeUrlOf(environment);
  const people = await listEndings(database, billing.plans, now);
  await inTurns(people, async (userId) => {
    const notices = planNotices(await loadBilling(database, userId, billing.plans, now), billing.plans, now);
    await writeNotices(database, { userId, notices, billingUrl, now });
  });
  return people.length;
}
