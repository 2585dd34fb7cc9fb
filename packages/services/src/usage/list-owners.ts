import { type Database, toolExecutions, users } from "@clawlink/db";
import { eq, sql } from "drizzle-orm";

/** The e-mail address of whoever made each of these calls, by the call's id; for operators. */
export async function listOwners(database: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await database
    .select({ id: toolExecutions.id, email: users.email })
    .from(toolExecutions)
    .innerJoin(users, eq(users.id, toolExecutions.userId))
    .where(sql`${toolExecutions.id} in (select value from json_each(${JSON.stringify(ids)}))`);
  return new Map(rows.map(({ id, email }) => [id, email]));
}
