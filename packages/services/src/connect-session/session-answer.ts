import type { ConnectSession } from "@clawlink/contract";
import type { connectionSessions } from "@clawlink/db";

/** A connection session's row. */
export type ConnectSessionRow = typeof connectionSessions.$inferSelect;

/** A connection session on the wire; `token` is the one the caller came with, since only its hash is stored. */
export function sessionAnswer(row: ConnectSessionRow, token: string): ConnectSession {
  const expired = row.status === "awaiting_user_action" && row.expiresAt.getTime() <= Date.now();
  return {
    id: row.id,
    token,
    displayCode: row.displayCode,
    integration: row.integration,
    connectionId: row.connectionId,
    status: expired ? "expired" : row.status,
    flowType: row.flowType,
    errorMessage: row.errorMessage,
    expiresAt: row.expiresAt.toISOString(),
    completedAt: row.completedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
