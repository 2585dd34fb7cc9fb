import type { ConnectStatus } from "@clawlink/contract";
import { connectionSessions, type Database } from "@clawlink/db";
import { and, eq } from "drizzle-orm";
import type { ConnectSessionRow } from "./session-answer.ts";

/** Ends an open session without a connection; null when it had ended before. */
export async function endSession(
  database: Database,
  sessionId: string,
  status: Extract<ConnectStatus, "failed" | "cancelled">,
  errorMessage: string | null,
): Promise<ConnectSessionRow | null> {
  const [row] = await database
    .update(connectionSessions)
    .set({ status, errorMessage, completedAt: new Date(), stateHash: null, browserHash: null, sealedVerifier: null })
    .where(and(eq(connectionSessions.id, sessionId), eq(connectionSessions.status, "awaiting_user_action")))
    .returning();
  return row ?? null;
}
