import { billingSubscriptions, type Database, users } from "@clawlink/db";
import { and, asc, count, eq, gt, inArray, isNotNull } from "drizzle-orm";

/** The most that are listed. */
const most = 50;

/** People whom Polar charges for more than one subscription, by mistake; the operator may give one back. */
export async function listDoublePayers(database: Database): Promise<{ id: string; email: string }[]> {
  return database
    .select({ id: users.id, email: users.email })
    .from(billingSubscriptions)
    .innerJoin(users, eq(users.id, billingSubscriptions.userId))
    .where(
      and(
        inArray(billingSubscriptions.status, ["active", "trialing", "past_due"]),
        // A product that never was a plan here is something else they pay for.
        isNotNull(billingSubscriptions.terms),
      ),
    )
    .groupBy(users.id, users.email)
    .having(gt(count(), 1))
    .orderBy(asc(users.email))
    .limit(most);
}
