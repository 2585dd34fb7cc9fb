import { AppError } from "@clawlink/contract";
import { accounts, type Database } from "@clawlink/db";
import { and, eq, sql } from "drizzle-orm";

/** Takes one way to sign in away, in one statement, so that two tabs cannot take the last two. Throws `conflict` for the last one. */
export async function removeMethod(database: Database, userId: string, id: string): Promise<void> {
  const another = sql`exists (select 1 from accounts as other where other.user_id = ${userId} and other.id <> ${id})`;
  const own = and(eq(accounts.id, id), eq(accounts.userId, userId));
  const gone = await database.delete(accounts).where(and(own, another)).returning({ id: accounts.id });
  if (gone.length > 0) return;
  if ((await database.select({ id: accounts.id }).from(accounts).where(own)).length === 0) return;
  throw new AppError("conflict", "This is the only way you can sign in.", { hint: "Add another one first." });
}
