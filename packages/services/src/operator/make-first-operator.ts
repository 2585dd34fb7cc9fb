import { type Database, users } from "@clawlink/db";
import { and, eq, sql } from "drizzle-orm";

/** Makes this account the operator if nobody is, in one statement, so that two first sign-ups cannot both win. */
export async function makeFirstOperator(database: Database, userId: string): Promise<void> {
  await database
    .update(users)
    .set({ role: "operator" })
    .where(and(eq(users.id, userId), sql`not exists (select 1 from ${users} where role = 'operator')`));
}
