import { AppError } from "@clawlink/contract";
import { type Database, sessions, users } from "@clawlink/db";
import { and, eq, exists, isNotNull, sql } from "drizzle-orm";

/** Keeps a person out: marks them and ends their browser sessions, in one batch. Throws `conflict` for an operator. */
export async function disableAccount(database: Database, userId: string): Promise<void> {
  const one = { one: sql`1` };
  const marked = and(eq(users.id, userId), isNotNull(users.disabledAt));
  const [rows] = await database.batch([
    database
      .update(users)
      .set({ disabledAt: new Date() })
      .where(and(eq(users.id, userId), eq(users.role, "user")))
      .returning({ id: users.id }),
    database
      .delete(sessions)
      .where(and(eq(sessions.userId, userId), exists(database.select(one).from(users).where(marked)))),
  ]);
  if (rows.length === 0)
    throw new AppError("conflict", "An operator cannot be disabled.", { hint: "Take the role away first." });
}

/** Lets a person back in. */
export async function enableAccount(database: Database, userId: string): Promise<void> {
  await database.update(users).set({ disabledAt: null }).where(eq(users.id, userId));
}
