import { AppError } from "@clawlink/contract";
import { type Database, users } from "@clawlink/db";
import { and, eq, isNull, sql } from "drizzle-orm";

/** Makes a person an operator. Throws `not_found`, and `conflict` for one who is disabled. */
export async function makeOperator(database: Database, userId: string): Promise<void> {
  const made = await database
    .update(users)
    .set({ role: "operator" })
    .where(and(eq(users.id, userId), isNull(users.disabledAt)))
    .returning({ id: users.id });
  if (made.length === 0)
    throw new AppError("conflict", "A disabled account cannot be an operator.", { hint: "Enable it first." });
}

/** Makes an operator a user again, in one statement, so that two operators cannot take the role from each other. Throws `conflict` for the last one. */
export async function removeOperator(database: Database, userId: string): Promise<void> {
  const others = sql`exists (select 1 from ${users} as other where other.role = 'operator' and other.id <> ${userId})`;
  const changed = await database
    .update(users)
    .set({ role: "user" })
    .where(and(eq(users.id, userId), others))
    .returning({ id: users.id });
  if (changed.length === 0)
    throw new AppError("conflict", "This is the only operator.", { hint: "Make somebody else an operator first." });
}
