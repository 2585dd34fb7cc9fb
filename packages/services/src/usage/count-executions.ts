import type { ExecutionStatus, LogPage, LogQuery } from "@clawlink/contract";
import type { Database } from "@clawlink/db";
import { examine } from "./examine.ts";
import { contains, matches } from "./matches.ts";
import type { Span } from "./read-span.ts";
import { readUsage } from "./read-usage.ts";
import type { UsageScope } from "./scope.ts";
import { eachCell } from "./stored-sums.ts";

/** Calls that are alike, as far as the figures need them. */
interface Counted {
  readonly status: ExecutionStatus;
  readonly calls: number;
  readonly timed: number;
  readonly latencyMs: number;
}

type Figures = Pick<LogPage, "total" | "stats" | "coverage">;

const time = (moment: number | null) => (moment === null ? null : new Date(moment).toISOString());

function figures(counts: readonly Counted[], coverage: { from: number | null; to: number | null }): Figures {
  const sum = (of: (count: Counted) => number) => counts.reduce((total, count) => total + of(count), 0);
  const ended = (...statuses: readonly ExecutionStatus[]) =>
    sum(({ status, calls }) => (statuses.includes(status) ? calls : 0));
  const total = sum(({ calls }) => calls);
  const timed = sum((count) => count.timed);
  return {
    total,
    stats: {
      totalRequests: total,
      successfulRequests: ended("succeeded"),
      failedRequests: ended("failed", "blocked", "unknown"),
      averageLatency: timed === 0 ? 0 : Math.round(sum(({ latencyMs }) => latencyMs) / timed),
    },
    coverage: { from: time(coverage.from), to: time(coverage.to) },
  };
}

/** The figures of the calls among the newest that match, when sums cannot tell. */
async function countNewest(database: Database, scope: UsageScope, query: LogQuery, span: Span): Promise<Figures> {
  const { rows, more } = await examine(database, scope, query, {
    span,
    cursor: undefined,
    limit: Number.MAX_SAFE_INTEGER,
  });
  const counts = rows
    .filter((row) => matches(query, row) && contains(query.search, row))
    .map(({ status, latencyMs }) => ({
      status,
      calls: 1,
      timed: latencyMs === null ? 0 : 1,
      latencyMs: latencyMs ?? 0,
    }));
  return figures(counts, { from: more ? (rows.at(-1)?.createdAt.getTime() ?? null) : null, to: null });
}

/**
 * How many calls match and how they ended, from sums. A text that is searched for, or in everybody's calls a device by its name, is in no sum:
 * then the newest calls are counted, and `coverage.from` says since when.
 */
export async function countExecutions(
  database: Database,
  scope: UsageScope,
  query: LogQuery,
  span: Span,
): Promise<Figures> {
  const personal = Boolean(query.device || query.connection);
  if (query.search || (scope === "everybody" && personal)) return countNewest(database, scope, query, span);
  const { stretches, coverage } = await readUsage(database, scope, span, { grain: "day", latencies: false });
  const beyondStatus = personal || Boolean(query.integration || query.action);
  if (beyondStatus && stretches.some(({ counts }) => counts.cut)) return countNewest(database, scope, query, span);
  const sums = new Map<ExecutionStatus, { calls: number; timed: number; latencyMs: number }>();
  for (const { counts } of stretches)
    eachCell(counts, query, ({ status, calls, timed, latencyMs }) => {
      const sum = sums.get(status) ?? { calls: 0, timed: 0, latencyMs: 0 };
      sums.set(status, sum);
      sum.calls += calls;
      sum.timed += timed;
      sum.latencyMs += latencyMs;
    });
  return figures(
    [...sums].map(([status, sum]) => ({ status, ...sum })),
    coverage,
  );
}
