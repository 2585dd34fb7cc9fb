import { billingSubscriptions, type Database, users } from "@clawlink/db";
import { asc, count, eq, gt, inArray } from "drizzle-orm";

/** The most that are listed. */
const most = 50;

/** People whom Polar charges for more than one subscription, by mistake; the operator may give one back. */
export async function listDoublePayers(database: Database): Promise<{ id: string; email: string }[]> {
  return database
    .select({ id: users.id, email: users.email })
    .from(billingSubscriptions)
    .innerJoin(users, eq(users.id, billingSubscriptions.userId))
    .where(inArray(billingSubscriptions.status, ["active", "trialing", "past_due"]))
    .groupBy(users.id, users.email)
    .having(gt(count(), 1))
    .orderBy(asc(users.email))
    .limit(most);
}
