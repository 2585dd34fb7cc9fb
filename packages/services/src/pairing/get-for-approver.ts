import { type PairingStatus, sha256Hex } from "@clawlink/contract";
import { type Database, pairingSessions } from "@clawlink/db";
import { eq } from "drizzle-orm";

/** A pairing as the person asked to approve it sees it. */
export interface PairingToApprove {
  readonly displayCode: string;
  readonly deviceLabel: string;
  readonly status: PairingStatus;
  /** Who approved it, null while nobody has. */
  readonly userId: string | null;
  readonly expiresAt: string;
}

/** The pairing a link's token names, null when there is none; `now` (epoch ms) decides whether its time is over. */
export async function getPairingForApprover(
  database: Database,
  token: string,
  now: number,
): Promise<PairingToApprove | null> {
  const row = await database
    .select()
    .from(pairingSessions)
    .where(eq(pairingSessions.tokenHash, await sha256Hex(token)))
    .get();
  if (!row) return null;
  const over = row.expiresAt.getTime() <= now && row.status !== "paired" && row.status !== "failed";
  return {
    displayCode: row.displayCode,
    deviceLabel: row.deviceLabel,
    status: over ? "expired" : row.status,
    userId: row.userId,
    expiresAt: row.expiresAt.toISOString(),
  };
}
