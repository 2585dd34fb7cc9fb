import { billingAccounts, billingSubscriptions, type Database, users } from "@clawlink/db";
import { and, eq, sql } from "drizzle-orm";

/** Whether two addresses are the same to people, and to Polar. */
export function isSameAddress(one: string | null | undefined, other: string | null | undefined): boolean {
  return one?.toLowerCase() === other?.toLowerCase();
}

/** Notes the address of theirs that Polar has for a person; null when it has another, which is theirs to choose. */
export async function notePolarEmail(database: Database, userId: string, polarEmail: string | null): Promise<void> {
  await database.update(billingAccounts).set({ polarEmail }).where(eq(billingAccounts.userId, userId));
}

/** A person whose address has changed since Polar had it, and who they are there. */
export interface StaleAddress {
  readonly userId: string;
  readonly email: string;
  readonly polarEmail: string | null;
  readonly customerId: string;
}

/** The most that are looked at in a night; the others have their turn in the next. */
const most = 200;

/** People whom Polar writes to at an address they had here before; of one person, or of all. */
export function listStaleAddresses(database: Database, userId: string | null): Promise<StaleAddress[]> {
  const newest = sql`${billingSubscriptions.id} = (select id from billing_subscriptions as own
    where own.user_id = ${users.id} order by own.started_at desc, own.id limit 1)`;
  const stale = sql`lower(${billingAccounts.polarEmail}) <> lower(${users.email})`;
  return database
    .select({
      userId: users.id,
      email: users.email,
      polarEmail: billingAccounts.polarEmail,
      customerId: billingSubscriptions.customerId,
    })
    .from(billingAccounts)
    .innerJoin(users, eq(users.id, billingAccounts.userId))
    .innerJoin(billingSubscriptions, and(eq(billingSubscriptions.userId, users.id), newest))
    .where(and(stale, userId === null ? undefined : eq(users.id, userId)))
    .orderBy(sql`random()`)
    .limit(most);
}
