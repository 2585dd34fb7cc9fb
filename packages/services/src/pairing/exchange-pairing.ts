import { AppError, firstPolicy } from "@clawlink/contract";
import { type Database, pairingSessions } from "@clawlink/db";
import { and, eq, exists, inArray } from "drizzle-orm";
import { insertKey, type MadeKey, makeKey } from "../key/insert-key.ts";
import { revokeKey } from "../key/revoke-key.ts";
import { readSettings } from "../settings/read-settings.ts";
import { type PairingRow, pairingStatus } from "./pairing-answer.ts";

/** Why a session in this state cannot hand out a key, or null. */
export function exchangeRefusal(row: PairingRow): AppError | null {
  switch (pairingStatus(row)) {
    case "ready_for_device":
    case "awaiting_local_save":
      return null;
    case "awaiting_browser":
      return new AppError("conflict", "The person has not approved this device yet.");
    case "paired":
      return new AppError("conflict", "This pairing is finished; its key was handed out.");
    case "failed":
      return new AppError("conflict", "The person rejected this device.");
    case "expired":
      return new AppError("gone", "This pairing session has expired. Start pairing again.");
  }
}

/** Issues the device's key and revokes the one an earlier exchange issued; runs in the account's cell, so never twice at once. */
export async function exchangePairing(
  database: Database,
  userId: string,
  sessionId: string,
  client: "openclaw" | "cli" = "openclaw",
): Promise<{ row: PairingRow; key: MadeKey; revokedKeyId: string | null }> {
  const [session] = await database
    .select()
    .from(pairingSessions)
    .where(and(eq(pairingSessions.id, sessionId), eq(pairingSessions.userId, userId)));
  if (!session) throw new AppError("not_found", "There is no such pairing session.");
  const refused = exchangeRefusal(session);
  if (refused) throw refused;
  const policy = firstPolicy(await readSettings(database));
  const key = await makeKey(userId, { name: session.deviceLabel, kind: client, policy });
  const { id, apiKeyId, status } = pairingSessions;
  const named = database
    .select({ id })
    .from(pairingSessions)
    .where(and(eq(id, sessionId), eq(apiKeyId, key.row.id)));
  const open = inArray(status, ["ready_for_device", "awaiting_local_save"]);
  // All or nothing: a key that no session names would stay live, and a session that was finished meanwhile keeps the key it has.
  const [, [row]] = await database.batch([
    insertKey(database, key.row),
    database
      .update(pairingSessions)
      .set({ status: "awaiting_local_save", apiKeyId: key.row.id })
      .where(and(eq(id, sessionId), open))
      .returning(),
    ...(session.apiKeyId ? [revokeKey(database, userId, session.apiKeyId, exists(named))] : []),
  ]);
  if (!row) {
    await revokeKey(database, userId, key.row.id);
    throw new AppError("conflict", "This pairing is finished; its key was handed out.");
  }
  return { row, key, revokedKeyId: session.apiKeyId };
}
