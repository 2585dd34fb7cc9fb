import { type Database, users } from "@clawlink/db";
import { and, eq, sql } from "drizzle-orm";

/**
 * Makes the oldest account the operator if nobody is, in one statement, so that two first sign-ups cannot both win. It is the oldest whoever asks:
 * an account whose making was cut short is still the first.
 */
export async function makeFirstOperator(database: Database): Promise<void> {
  const oldest = sql`(select id from ${users} as other where disabled_at is null order by created_at, id limit 1)`;
  const nobody = sql`not exists (select 1 from ${users} as other where role = 'operator')`;
  await database
    .update(users)
    .set({ role: "operator" })
    .where(and(eq(users.id, oldest), nobody));
}
