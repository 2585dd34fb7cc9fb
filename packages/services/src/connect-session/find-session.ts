import { AppError, sha256Hex } from "@clawlink/contract";
import { connectionSessions, type Database } from "@clawlink/db";
import { and, eq } from "drizzle-orm";
import type { ConnectSessionRow } from "./session-answer.ts";

/** The session of this token, if it is the account's; another account's is as unknown as none. Throws `not_found`. */
export async function findSession(database: Database, userId: string, token: string): Promise<ConnectSessionRow> {
  const [row] = await database
    .select()
    .from(connectionSessions)
    .where(and(eq(connectionSessions.tokenHash, await sha256Hex(token)), eq(connectionSessions.userId, userId)));
  if (!row) throw new AppError("not_found", "There is no such connection session.");
  return row;
}

/** The same, if it can still be finished. Throws `gone` when it is over. */
export async function findOpenSession(database: Database, userId: string, token: string): Promise<ConnectSessionRow> {
  const row = await findSession(database, userId, token);
  if (row.status !== "awaiting_user_action" || row.expiresAt.getTime() <= Date.now())
    throw new AppError("gone", "This connection session has ended. Start again.");
  return row;
}
