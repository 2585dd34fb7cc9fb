import { type Database, users } from "@clawlink/db";
import { and, eq, sql } from "drizzle-orm";

/**
 * Gives up the role of an operator who leaves, in one statement, so that two who leave at once do not leave the others without one. False
 * when this person is the only operator and other people have accounts.
 */
export async function resignOperator(database: Database, userId: string): Promise<boolean> {
  const others = sql`select 1 from ${users} as other where other.id <> ${userId}`;
  const operator = and(eq(users.id, userId), eq(users.role, "operator"));
  const [, needed] = await database.batch([
    database
      .update(users)
      .set({ role: "user" })
      .where(and(operator, sql`exists (${others} and other.role = 'operator')`)),
    database
      .select({ id: users.id })
      .from(users)
      .where(and(operator, sql`exists (${others})`)),
  ]);
  return needed.length === 0;
}
