import type { PairingSession, PairingStatus } from "@clawlink/contract";
import type { pairingSessions } from "@clawlink/db";

/** A pairing session's row. */
export type PairingRow = typeof pairingSessions.$inferSelect;

const ended: readonly PairingStatus[] = ["paired", "failed", "expired"];

/** Where the session stands now: its stored status, or `expired` once its time is over. */
export function pairingStatus(row: PairingRow): PairingStatus {
  return !ended.includes(row.status) && row.expiresAt.getTime() <= Date.now() ? "expired" : row.status;
}

/** A pairing session on the wire; `token` is the one the caller came with, since only its hash is stored. */
export function pairingAnswer(row: PairingRow, token: string): PairingSession {
  return {
    id: row.id,
    token,
    displayCode: row.displayCode,
    deviceLabel: row.deviceLabel,
    approvedUserHint: row.approvedUserHint,
    status: pairingStatus(row),
    expiresAt: row.expiresAt.toISOString(),
    approvedAt: row.approvedAt?.toISOString() ?? null,
    pairedAt: row.pairedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
