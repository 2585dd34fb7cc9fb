import { AppError, sha256Hex } from "@clawlink/contract";
import { connectionSessions, type Database } from "@clawlink/db";
import { and, eq } from "drizzle-orm";
import type { ConnectSessionRow } from "./session-answer.ts";

/** Binds an open session to an OAuth `state` and to the browser that asked for it; an earlier state of the session is void from then on. */
export async function bindSession(
  database: Database,
  sessionId: string,
  state: string,
  browser: string,
  sealedVerifier: string | null,
): Promise<void> {
  const rows = await database
    .update(connectionSessions)
    .set({ stateHash: await sha256Hex(state), browserHash: await sha256Hex(browser), sealedVerifier })
    .where(and(eq(connectionSessions.id, sessionId), eq(connectionSessions.status, "awaiting_user_action")))
    .returning({ id: connectionSessions.id });
  if (rows.length === 0) throw new AppError("gone", "This connection session has ended. Start again.");
}

/**
 * Takes the session of a returned `state`, once: the state is void afterwards, whatever comes next (RFC 9700 section 4.7). Throws
 * `not_found` for an unknown, used or foreign state, `forbidden` for another browser, `gone` for an ended session.
 */
export async function takeSessionByState(
  database: Database,
  userId: string,
  integration: string,
  state: string,
  browser: string,
): Promise<ConnectSessionRow> {
  const stateHash = await sha256Hex(state);
  const [row] = await database
    .select()
    .from(connectionSessions)
    .where(
      and(
        eq(connectionSessions.stateHash, stateHash),
        eq(connectionSessions.userId, userId),
        eq(connectionSessions.integration, integration),
      ),
    );
  if (!row) throw new AppError("not_found", "This sign-in was not started here, or it was used already.");
  if (row.browserHash !== (await sha256Hex(browser)))
    throw new AppError("forbidden", "This sign-in was started in another browser.");
  const taken = await database
    .update(connectionSessions)
    .set({ stateHash: null, browserHash: null })
    .where(and(eq(connectionSessions.id, row.id), eq(connectionSessions.stateHash, stateHash)))
    .returning({ id: connectionSessions.id });
  if (taken.length === 0) throw new AppError("not_found", "This sign-in was used already.");
  if (row.status !== "awaiting_user_action" || row.expiresAt.getTime() <= Date.now())
    throw new AppError("gone", "This connection session has ended. Start again.");
  return row;
}
