import type { FinishCall } from "@clawlink/engine";
import { markConnection } from "@clawlink/services/connection/mark-connection";
import type { Cell } from "./cell.ts";

/** Records how calls ended, keeps their answers for replays, and notes what they showed of their connections' health. */
export async function finishCalls(cell: Cell, keyHash: string, calls: readonly FinishCall[]): Promise<void> {
  const key = cell.state.keyOf(keyHash);
  const entries = calls.map(({ record }) => {
    // A key may have been revoked since; what it began knows its name.
    const begun = key ? null : cell.journal.read(record.id);
    return { record, keyId: key?.id ?? begun?.keyId ?? null, device: key?.name ?? begun?.device ?? null };
  });
  cell.journal.write(...entries);
  for (const call of calls) await learn(cell, call);
  await cell.flushSoon();
}

async function learn(cell: Cell, { record, idempotency, credentialVersion, sign }: FinishCall): Promise<void> {
  if (record.effect !== "read" && record.status === "failed") cell.recentWrites.forget(record.id);
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
