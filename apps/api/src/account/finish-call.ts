import type { FinishCall } from "@clawlink/engine";
import { markConnection } from "@clawlink/services/connection/mark-connection";
import type { Cell } from "./cell.ts";

/** Records how a call ended, keeps its answer for replays, and notes what it showed of the connection's health. */
export async function finishCall(
  cell: Cell,
  keyHash: string,
  { record, idempotency, credentialVersion, sign }: FinishCall,
): Promise<void> {
  const leisurely = record.effect === "read" && record.status === "succeeded" && idempotency === null;
  const begun = leisurely ? null : cell.journal.read(record.id);
  const key = cell.state.keyOf(keyHash);
  const entry = { record, keyId: begun?.keyId ?? key?.id ?? null, device: begun?.device ?? key?.name ?? null };
  if (leisurely) cell.journal.writeSoon(entry, () => cell.later(cell.flushSoon()));
  else cell.journal.write(entry);
  if (idempotency) cell.idempotency.settle(idempotency.key, idempotency.answer);
  if (record.connectionId !== null && record.mode === "direct") {
    cell.used.connections.set(record.connectionId, {
      at: record.finishedAt ?? record.createdAt,
      error: record.errorMessage,
    });
    const connection = cell.state.connection(record.connectionId);
    if (connection && sign) await cell.pacing.observe(connection, sign);
    // A refusal of a credential that has been replaced since says nothing of the new one.
    const current = credentialVersion === null || credentialVersion === connection?.credentialVersion;
    if (record.errorCode === "needs_reauth" && connection?.authState === "healthy" && current)
      await noteReauth(cell, record.connectionId, record.errorMessage);
  }
  if (!leisurely) await cell.flushSoon();
}

/** Marks a connection, once, as one a person has to renew. */
export async function noteReauth(
  cell: Pick<Cell, "state" | "database" | "accountId">,
  connectionId: number,
  reason: string | null,
): Promise<void> {
  if (cell.state.connection(connectionId)?.authState === "stale_auth") return;
  cell.state.patchConnection(connectionId, { authState: "stale_auth", authError: reason });
  await markConnection(cell.database, cell.accountId, connectionId, "stale_auth", reason);
}
