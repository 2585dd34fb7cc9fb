import { AppError, firstPolicy } from "@clawlink/contract";
import { type Database, hermesBootstrapSessions } from "@clawlink/db";
import { and, eq, gt } from "drizzle-orm";
import { insertKey, type MadeKey, makeKey } from "../key/insert-key.ts";
import { revokeKey } from "../key/revoke-key.ts";
import { readSettings } from "../settings/read-settings.ts";
import { type HermesRow, hermesStatus } from "./hermes-status.ts";

/** Why a session cannot be decided any more. */
export function decisionRefusal(row: HermesRow): AppError | null {
  const status = hermesStatus(row);
  if (status === "pending_approval") return null;
  return status === "expired"
    ? new AppError("gone", "This request has expired. Start again on the agent.")
    : new AppError("conflict", "This request was decided already.");
}

/** A person approves an agent: its key is made, sealed by `seal`, and waits for the poller. Runs in the account's cell. */
export async function approveHermes(
  database: Database,
  userId: string,
  row: HermesRow,
  seal: (rawKey: string) => Promise<string>,
): Promise<MadeKey> {
  const refused = decisionRefusal(row);
  if (refused) throw refused;
  const name = [row.clientLabel ?? "Hermes", row.hostname].filter(Boolean).join(" on ");
  const policy = firstPolicy(await readSettings(database));
  const key = await makeKey(userId, { name, kind: "hermes", policy });
  const sealedKey = await seal(key.raw);
  const [, moved] = await database.batch([
    insertKey(database, key.row),
    database
      .update(hermesBootstrapSessions)
      .set({ status: "approved", userId, apiKeyId: key.row.id, sealedKey, approvedAt: new Date() })
      .where(
        and(
          eq(hermesBootstrapSessions.idHash, row.idHash),
          eq(hermesBootstrapSessions.status, "pending_approval"),
          gt(hermesBootstrapSessions.expiresAt, new Date()),
        ),
      )
      .returning(),
  ]);
  if (moved.length === 1) return key;
  await revokeKey(database, userId, key.row.id);
  throw new AppError("conflict", "This request was decided already.");
}
