import { connectionSessions, type Database, userIntegrations } from "@clawlink/db";
import { and, eq, exists, sql } from "drizzle-orm";
import type { ConnectionRow } from "../account/load-account.ts";

/** What a finished session says of an account. */
export interface ConnectedFacts {
  readonly accountLabel: string;
  readonly externalAccountId: string;
  readonly providerMetadata: Record<string, string>;
  readonly scopes: string[];
  readonly credentialExpiresAt: Date | null;
  /** Id of the vault's key the credential is sealed to. */
  readonly credentialKeyId: string;
  readonly isDefault: boolean;
}

/**
 * Moves a row from `version` to `version + 1` with what the session brought, and ends the session, in one batch; null when another
 * writer moved the row first or the session has ended meanwhile, and then nothing is written.
 */
export async function saveConnection(
  database: Database,
  target: { userId: string; connectionId: number; version: number; sessionId: string },
  facts: ConnectedFacts,
): Promise<ConnectionRow | null> {
  const completedAt = new Date();
  const row = and(
    eq(userIntegrations.id, target.connectionId),
    eq(userIntegrations.userId, target.userId),
    eq(userIntegrations.credentialVersion, target.version),
  );
  const session = and(eq(connectionSessions.id, target.sessionId), eq(connectionSessions.userId, target.userId));
  const one = { one: sql`1` };
  const ended = { stateHash: null, browserHash: null, sealedVerifier: null, errorMessage: null };
  // The session ends only if the row is as it was, and the row moves only if this very statement ended the session.
  const [, rows] = await database.batch([
    database
      .update(connectionSessions)
      .set({ ...ended, status: "connected", connectionId: target.connectionId, completedAt })
      .where(
        and(
          session,
          eq(connectionSessions.status, "awaiting_user_action"),
          exists(database.select(one).from(userIntegrations).where(row)),
        ),
      ),
    database
      .update(userIntegrations)
      .set({ ...facts, authState: "healthy", authError: null, credentialVersion: target.version + 1 })
      .where(
        and(
          row,
          exists(
            database
              .select(one)
              .from(connectionSessions)
              .where(
                and(
                  session,
                  eq(connectionSessions.status, "connected"),
                  eq(connectionSessions.completedAt, completedAt),
                ),
              ),
          ),
        ),
      )
      .returning(),
  ]);
  return rows[0] ?? null;
}
