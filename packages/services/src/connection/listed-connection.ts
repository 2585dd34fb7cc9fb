import type { Connection } from "@clawlink/contract";
import type { userIntegrations } from "@clawlink/db";

/** A connected account with what its owner's pages tell of it beside what agents see. */
export interface ListedConnection extends Connection {
  /** What was granted; empty where the app does not tell. */
  readonly scopes: readonly string[];
  readonly connectedAt: string;
}

/** A row as its owner sees it. */
export function listedConnection(row: typeof userIntegrations.$inferSelect): ListedConnection {
  return {
    id: row.id,
    integration: row.integration,
    connectionLabel: row.connectionLabel,
    accountLabel: row.accountLabel,
    isDefault: row.isDefault,
    authState: row.authState,
    authError: row.authError,
    expiresAt: row.credentialExpiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    scopes: row.scopes,
    connectedAt: row.createdAt.toISOString(),
  };
}
