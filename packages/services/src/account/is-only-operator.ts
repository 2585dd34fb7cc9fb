import { type Database, users } from "@clawlink/db";
import { and, eq, sql } from "drizzle-orm";

/** Whether this person is the operator, nobody else is, and others have accounts. */
export async function isOnlyOperator(database: Database, userId: string): Promise<boolean> {
  const others = sql`select 1 from ${users} as other where other.id <> ${userId}`;
  const found = await database
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        eq(users.id, userId),
        eq(users.role, "operator"),
        sql`exists (${others})`,
        sql`not exists (${others} and other.role = 'operator')`,
      ),
    )
    .get();
  return found !== undefined;
}
