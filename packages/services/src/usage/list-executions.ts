import type { LogPage, LogQuery } from "@clawlink/contract";
import { type Database, toolExecutions } from "@clawlink/db";
import { and, desc, eq, lt, or, type SQL, sql } from "drizzle-orm";
import { readCursor, writeCursor } from "./cursor.ts";
import { logEntry } from "./log-entry.ts";
import { matching } from "./matching.ts";
import { inScope, type UsageScope } from "./scope.ts";

const listed = {
  id: toolExecutions.id,
  integration: toolExecutions.integration,
  action: toolExecutions.action,
  status: toolExecutions.status,
  latencyMs: toolExecutions.latencyMs,
  errorMessage: toolExecutions.errorMessage,
  device: toolExecutions.device,
  createdAt: toolExecutions.createdAt,
};

function after(cursor: string): SQL | undefined {
  const { createdAt, id } = readCursor(cursor);
  const moment = new Date(createdAt);
  return or(lt(toolExecutions.createdAt, moment), and(eq(toolExecutions.createdAt, moment), lt(toolExecutions.id, id)));
}

/**
 * A page of recorded calls, newest first, with the total and figures of all that match. `failedRequests` counts every call that
 * ended without success; throws `bad_request` for a cursor or date that cannot be read.
 */
export async function listExecutions(database: Database, scope: UsageScope, query: LogQuery): Promise<LogPage> {
  const wanted = and(inScope(scope), matching(query));
  const [rows, [stats]] = await database.batch([
    database
      .select(listed)
      .from(toolExecutions)
      .where(and(wanted, query.cursor ? after(query.cursor) : undefined))
      .orderBy(desc(toolExecutions.createdAt), desc(toolExecutions.id))
      .limit(query.limit + 1),
    database
      .select({
        total: sql<number>`count(*)`,
        succeeded: sql<number>`coalesce(sum(${toolExecutions.status} = 'succeeded'), 0)`,
        failed: sql<number>`coalesce(sum(${toolExecutions.status} in ('failed', 'blocked', 'unknown')), 0)`,
        latency: sql<number>`coalesce(avg(${toolExecutions.latencyMs}), 0)`,
      })
      .from(toolExecutions)
      .where(wanted),
  ]);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const more = rows.length > query.limit && last;
  return {
    logs: page.map(logEntry),
    total: stats?.total ?? 0,
    stats: {
      totalRequests: stats?.total ?? 0,
      successfulRequests: stats?.succeeded ?? 0,
      failedRequests: stats?.failed ?? 0,
      averageLatency: Math.round(stats?.latency ?? 0),
    },
    nextCursor: more ? writeCursor({ createdAt: last.createdAt.getTime(), id: last.id }) : null,
  };
}
