import { billingAccounts, billingSubscriptions, type Database } from "@clawlink/db";
import { eq, sql } from "drizzle-orm";
import type { BillingRows } from "./plan-state.ts";
import type { Plans } from "./plans.ts";

/** Everything stored of a person's plan; whoever is seen for the first time gets the trial as it is sold now. Throws when there is no such person. */
export async function loadBilling(database: Database, userId: string, plans: Plans, now: number): Promise<BillingRows> {
  const [, accounts, subscriptions] = await database.batch([
    database
      .insert(billingAccounts)
      .select(
        sql`select id, ${now}, ${plans.trial && JSON.stringify(plans.trial)}, null, null from users where id = ${userId}`,
      )
      .onConflictDoNothing(),
    database.select().from(billingAccounts).where(eq(billingAccounts.userId, userId)),
    database.select().from(billingSubscriptions).where(eq(billingSubscriptions.userId, userId)),
  ]);
  const [account] = accounts;
  if (!account) throw new Error("There is no such person.");
  return { account, subscriptions };
}
