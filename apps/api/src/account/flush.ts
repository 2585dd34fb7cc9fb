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

/** Forgets what was written, unless it has changed meanwhile. */
function forget<Key, Value>(kept: Map<Key, Value>, written: ReadonlyMap<Key, Value>): void {
  for (const [key, value] of written) if (kept.get(key) === value) kept.delete(key);
}

/** When keys and connections were last used, for D1, and what is to be done once it has it. */
function usageOf(cell: Cell) {
  const [usedKeys, usedConnections] = [new Map(cell.used.keys), new Map(cell.used.connections)];
  const keys = [...usedKeys].map(([id, { at, from }]) =>
    cell.database
      .update(apiKeys)
      .set({
        lastUsedAt: new Date(at),
        ...(from && { lastUsedClient: from.client, lastUsedCountry: from.country }),
      })
      .where(and(eq(apiKeys.id, id), eq(apiKeys.userId, cell.accountId))),
  );
  const connections = [...usedConnections].map(([id, { at, error }]) => {
    const when = new Date(at);
    const outcome = error === null ? { lastSuccessAt: when } : { lastErrorAt: when, lastError: error.slice(0, 500) };
    return cell.database
      .update(userIntegrations)
      .set({ lastUsedAt: when, ...outcome })
      .where(and(eq(userIntegrations.id, id), eq(userIntegrations.userId, cell.accountId)));
  });
  const written = () => {
    for (const [id, { at }] of usedConnections) cell.state.patchConnection(id, { lastUsedAt: at });
    forget(cell.used.keys, usedKeys);
    forget(cell.used.connections, usedConnections);
  };
  return { statements: [...keys, ...connections], written };
}

/** Brings D1 up to date with every call of the journal; writing again is harmless, so a failure half-way loses nothing. */
export async function flush(cell: Cell): Promise<void> {
  const usage = usageOf(cell);
  let statements = usage.statements;
  for (;;) {
    const entries = cell.journal.dirty(batchRows);
    const [first, ...rest] = [
      ...writeExecutions(
        cell.database,
        entries.map(({ entry }) => rowOf(cell, entry)),
      ),
      ...statements,
    ];
    if (!first) return;
    await cell.database.batch([first, ...rest]);
    cell.journal.flushed(entries);
    if (statements.length > 0) usage.written();
    statements = [];
    if (entries.length < batchRows) return;
  }
}
