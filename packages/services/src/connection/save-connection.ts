import { connectionSessions, type Database, userIntegrations } from "@clawlink/db";
import { and, eq } from "drizzle-orm";
import type { ConnectionRow } from "../account/load-account.ts";

/** What a finished session says of an account. */
export interface ConnectedFacts {
  readonly accountLabel: string;
  readonly externalAccountId: string;
  readonly providerMetadata: Record<string, string>;
  readonly scopes: string[];
  readonly credentialExpiresAt: Date | null;
  readonly isDefault: boolean;
}

/**
 * Moves a row from `version` to `version + 1` with what the session brought, and ends the session, in one batch; null when another
 * writer moved the row first, and then nothing is written.
 */
export async function saveConnection(
  database: Database,
  target: { userId: string; connectionId: number; version: number; sessionId: string },
  facts: ConnectedFacts,
): Promise<ConnectionRow | null> {
  const [rows] = await database.batch([
    database
      .update(userIntegrations)
      .set({ ...facts, authState: "healthy", authError: null, credentialVersion: target.version + 1 })
      .where(
        and(
          eq(userIntegrations.id, target.connectionId),
          eq(userIntegrations.userId, target.userId),
          eq(userIntegrations.credentialVersion, target.version),
        ),
      )
      .returning(),
    database
      .update(connectionSessions)
      .set({ status: "connected", connectionId: target.connectionId, completedAt: new Date(), errorMessage: null })
      .where(eq(connectionSessions.id, target.sessionId)),
  ]);
  return rows[0] ?? null;
}
