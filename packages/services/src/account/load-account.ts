import { AccessPolicy } from "@clawlink/contract";
import { apiKeys, type Database, userIntegrations, users } from "@clawlink/db";
import { and, eq, gt, isNull } from "drizzle-orm";

type KeyRow = typeof apiKeys.$inferSelect;
/** A connected account's row. */
export type ConnectionRow = typeof userIntegrations.$inferSelect;

/** Everything the cell of an account holds in memory, read in one batch; null when there is no such account. */
export async function loadAccount(
  database: Database,
  userId: string,
): Promise<{ disabled: boolean; keys: KeyRow[]; connections: ConnectionRow[] } | null> {
  const [found, keys, connections] = await database.batch([
    database.select({ disabledAt: users.disabledAt }).from(users).where(eq(users.id, userId)),
    database
      .select()
      .from(apiKeys)
      .where(and(eq(apiKeys.userId, userId), isNull(apiKeys.revokedAt))),
    database
      .select()
      .from(userIntegrations)
      .where(and(eq(userIntegrations.userId, userId), gt(userIntegrations.credentialVersion, 0))),
  ]);
  const [person] = found;
  if (!person) return null;
  const parsed = keys.map((key) => ({ ...key, policy: AccessPolicy.parse(key.policy) }));
  return { disabled: person.disabledAt !== null, keys: parsed, connections };
}
