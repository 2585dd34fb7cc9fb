import type { HermesStatus } from "@clawlink/contract";
import type { hermesBootstrapSessions } from "@clawlink/db";

/** A bootstrap session's row. */
export type HermesRow = typeof hermesBootstrapSessions.$inferSelect;

/** How long an approved installation can be fetched, in milliseconds (CONTRACT.md section 4). */
export const handoverMs = 5 * 60_000;

/** Where the session stands now: its stored status, or `expired` once its time is over. */
export function hermesStatus(row: HermesRow): HermesStatus {
  const now = Date.now();
  if (row.status === "pending_approval" && row.expiresAt.getTime() <= now) return "expired";
  if (row.status === "approved" && (row.approvedAt?.getTime() ?? 0) + handoverMs <= now) return "expired";
  return row.status;
}
