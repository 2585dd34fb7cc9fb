import { type Database, toolExecutions } from "@clawlink/db";
import { and, eq } from "drizzle-orm";

/** A stored call of an account, or null; another account's is as unknown as none. */
export async function findExecution(database: Database, userId: string, id: string) {
  const [row] = await database
    .select()
    .from(toolExecutions)
    .where(and(eq(toolExecutions.id, id), eq(toolExecutions.userId, userId)));
  return row ?? null;
}
