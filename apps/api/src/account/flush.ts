import { apiKeys, userIntegrations } from "@clawlink/db";
import { type ExecutionRow, writeExecutions } from "@clawlink/services/execution/write-executions";
import { and, eq } from "drizzle-orm";
import type { Cell } from "./cell.ts";
import type { JournalEntry } from "./journal.ts";

/** D1 takes a batch as one transaction; this many rows keep it short. */
const batchRows = 200;

function rowOf(cell: Cell, { record, keyId, device }: JournalEntry): ExecutionRow {
  return {
    ...record,
    userId: cell.accountId,
    apiKeyId: keyId,
    device,
    createdAt: new Date(record.createdAt),
    finishedAt: record.finishedAt === null ? null : new Date(record.finishedAt),
  };
}

function usageStatements(cell: Cell) {
  const keys = [...cell.used.keys].map(([id, { at, from }]) =>
    cell.database
      .update(apiKeys)
      .set({
        lastUsedAt: new Date(at),
        ...(from && { lastUsedClient: from.client, lastUsedCountry: from.country }),
      })
      .where(and(eq(apiKeys.id, id), eq(apiKeys.userId, cell.accountId))),
  );
  const connections = [...cell.used.connections].map(([id, { at, error }]) => {
    const when = new Date(at);
    const outcome = error === null ? { lastSuccessAt: when } : { lastErrorAt: when, lastError: error.slice(0, 500) };
    return cell.database
      .update(userIntegrations)
      .set({ lastUsedAt: when, ...outcome })
      .where(and(eq(userIntegrations.id, id), eq(userIntegrations.userId, cell.accountId)));
  });
  for (const [id, { at }] of cell.used.connections) cell.state.patchConnection(id, { lastUsedAt: at });
  cell.used.keys.clear();
  cell.used.connections.clear();
  return [...keys, ...connections];
}

/** Brings D1 up to date with every call of the journal; writing again is harmless, so a failure half-way loses nothing. */
export async function flush(cell: Cell): Promise<void> {
  let usage = usageStatements(cell);
  for (;;) {
    const entries = cell.journal.dirty(batchRows);
    const [first, ...rest] = [
      ...writeExecutions(
        cell.database,
        entries.map(({ entry }) => rowOf(cell, entry)),
      ),
      ...usage,
    ];
    if (!first) return;
    await cell.database.batch([first, ...rest]);
    cell.journal.flushed(entries);
    usage = [];
    if (entries.length < batchRows) return;
  }
}
