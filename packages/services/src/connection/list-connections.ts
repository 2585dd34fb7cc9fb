import type { Connection } from "@clawlink/contract";
import { type Database, userIntegrations } from "@clawlink/db";
import { and, asc, desc, eq, gt } from "drizzle-orm";

/** A person's connected accounts, by app, the default first; a row that has no credential yet is not among them. */
export async function listConnections(database: Database, userId: string): Promise<Connection[]> {
  const rows = await database
    .select()
    .from(userIntegrations)
    .where(and(eq(userIntegrations.userId, userId), gt(userIntegrations.credentialVersion, 0)))
    .orderBy(asc(userIntegrations.integration), desc(userIntegrations.isDefault), asc(userIntegrations.id));
  return rows.map((row) => ({
    id: row.id,
    integration: row.integration,
    connectionLabel: row.connectionLabel,
    accountLabel: row.accountLabel,
    isDefault: row.isDefault,
    authState: row.authState,
    authError: row.authError,
    expiresAt: row.credentialExpiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }));
}
