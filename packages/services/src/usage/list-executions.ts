import type { LogPage, LogQuery } from "@clawlink/contract";
import type { Database } from "@clawlink/db";
import { countExecutions } from "./count-executions.ts";
import { listCalls } from "./list-calls.ts";
import { logEntry } from "./log-entry.ts";
import { narrowScope } from "./narrow-scope.ts";
import { readSpan } from "./read-span.ts";
import type { UsageScope } from "./scope.ts";

/**
 * A page of recorded calls, newest first, with the total and figures of all that match. `failedRequests` counts every call that
 * ended without success. The work for a page is bounded: one may hold fewer calls than asked for, none even, and still have a
 * `nextCursor`; and `coverage` says which time the figures are about. Throws `bad_request` for a cursor or date that cannot be read.
 */
export async function listExecutions(
  database: Database,
  asked: UsageScope,
  query: LogQuery,
  now: number = Date.now(),
): Promise<LogPage> {
  const span = readSpan(query, now);
  const scope = await narrowScope(database, asked, query);
  const [{ calls, nextCursor }, counted] = await Promise.all([
    listCalls(database, scope, query, now),
    countExecutions(database, scope, query, span),
  ]);
  return { logs: calls.map(logEntry), ...counted, nextCursor };
}
