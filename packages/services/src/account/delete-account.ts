import { type Database, oauthClients, settings, toolExecutions, users, verifications } from "@clawlink/db";
import { eq, sql } from "drizzle-orm";

/** How many calls go in one statement: D1 gives a query thirty seconds, and an account can have a million. */
const callsAtOnce = 5_000;

/** Removes every row of a person; what refers to them goes by cascade, their sign-in included. */
export async function deleteAccount(database: Database, userId: string): Promise<void> {
  const some = sql`(select id from ${toolExecutions} where user_id = ${userId} limit ${callsAtOnce})`;
  for (;;) {
    const { meta } = await database.delete(toolExecutions).where(sql`${toolExecutions.id} in ${some}`);
    if (meta.changes === 0) break;
  }
  await database.batch([
    // The id alone, or JSON in which it is: what a link is for, or where somebody is on the way to.
    database.delete(verifications).where(sql`instr(${verifications.value}, ${userId}) > 0`),
    database.update(oauthClients).set({ updatedBy: null }).where(eq(oauthClients.updatedBy, userId)),
    database.update(settings).set({ updatedBy: null }).where(eq(settings.updatedBy, userId)),
    database.delete(users).where(eq(users.id, userId)),
  ]);
}
