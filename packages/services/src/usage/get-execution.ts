import type { LogDetail } from "@clawlink/contract";
import { type Database, toolExecutions } from "@clawlink/db";
import { and, eq } from "drizzle-orm";
import { logEntry } from "./log-entry.ts";
import { inScope, type UsageScope } from "./scope.ts";

/** One recorded call in full, null when there is none of that id in scope. */
export async function getExecution(database: Database, scope: UsageScope, id: string): Promise<LogDetail | null> {
  const row = await database
    .select()
    .from(toolExecutions)
    .where(and(eq(toolExecutions.id, id), inScope(scope)))
    .get();
  if (!row) return null;
  return {
    ...logEntry(row),
    mode: row.mode,
    effect: row.effect,
    connectionId: row.connectionId,
    errorType: row.errorType,
    errorCode: row.errorCode,
    attempts: row.attempts,
    attemptLog: row.attemptLog && [...row.attemptLog],
    pacedMs: row.pacedMs,
    providerRequestId: row.providerRequestId,
    input: row.input,
    output: row.output,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
