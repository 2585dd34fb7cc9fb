import { type Database, toolExecutions } from "@clawlink/db";
import { and, gte, lt, sql } from "drizzle-orm";
import { indexOf } from "./index-of.ts";
import { listStaleHours } from "./list-stale-hours.ts";
import { type Grain, grainMs, startOf } from "./period.ts";
import { type Rollup, readRollups } from "./read-rollups.ts";
import type { Span } from "./read-span.ts";
import type { UsageScope } from "./scope.ts";
import { storeSums } from "./stored-sums.ts";
import { type Call, Tally } from "./tally.ts";

/** How many calls are added up on the spot, and how many hours may wait to be summed, for one answer. */
const mostLive = 500;
const mostStale = 12;

/** The sums of an hour or a day that begins at `startsAt`, epoch ms. */
export type Stretch = Omit<Rollup, "readAt">;

/** The time that figures are about, epoch ms, where it is not what was asked for; null where it is. */
export interface Coverage {
  readonly from: number | null;
  readonly to: number | null;
}

const { createdAt } = toolExecutions;
const columns = sql.raw(
  "integration, action, api_key_id as apiKeyId, device, connection_id as connectionId, status, error_code as errorCode, latency_ms as latencyMs",
);
const nobody = { apiKeyId: null, device: null, connectionId: null };

/** The calls of an hour as far as `span` goes, added up on the spot; null when they are more than `most`. */
async function addUp(database: Database, scope: UsageScope, hour: number, span: Span, most: number) {
  const { source, condition } = indexOf(scope);
  const within = and(
    condition,
    gte(createdAt, new Date(Math.max(hour, span.from))),
    lt(createdAt, new Date(Math.min(hour + grainMs.hour, span.to))),
  );
  const rows = await database.all<Call>(
    sql`select ${columns} from ${source} where ${within} order by ${createdAt} desc limit ${most + 1}`,
  );
  if (rows.length > most) return null;
  const tally = new Tally();
  for (const row of rows) tally.add(scope === "everybody" ? { ...row, ...nobody } : row);
  return storeSums(tally.sums);
}

/** The whole days of a span whose sums hold, and the rest of it as spans of hours. */
function divide(span: Span, live: ReadonlySet<number>, grain: Grain): { days: Set<number>; hours: Span[] } {
  const end = startOf("hour", span.to + grainMs.hour - 1);
  const changed = new Set([...live].map((hour) => startOf("day", hour)));
  const days = new Set<number>();
  const hours: { from: number; to: number }[] = [];
  for (let day = startOf("day", span.from); day < end; day += grainMs.day) {
    const whole = day >= span.from && day + grainMs.day <= end;
    if (grain === "day" && whole && !changed.has(day)) {
      days.add(day);
      continue;
    }
    const rest = { from: Math.max(day, startOf("hour", span.from)), to: Math.min(day + grainMs.day, end) };
    const last = hours.at(-1);
    if (last?.to === rest.from) last.to = rest.to;
    else hours.push(rest);
  }
  return { days, hours };
}

/**
 * The sums of all calls of a span: whole days by day where `grain` allows it, else by hour. Hours that have changed since cron summed them,
 * and parts of hours, are added up on the spot as long as they are few calls; else the figures are cron's, and `coverage` says of which time.
 */
export async function readUsage(
  database: Database,
  scope: UsageScope,
  asked: Span,
  { grain, latencies }: { grain: Grain; latencies: boolean },
): Promise<{ stretches: Stretch[]; coverage: Coverage }> {
  const first = startOf("hour", asked.from);
  const stale = await listStaleHours(database, scope, { from: first, to: asked.to, limit: mostStale + 1 });
  const coverage: { from: number | null; to: number | null } = { from: null, to: null };
  // So many hours wait only when cron has not been here for long: what is before them is not sure.
  const oldest = stale.length > mostStale ? stale[mostStale - 1] : undefined;
  if (oldest !== undefined) coverage.from = oldest;
  const span = { from: Math.max(asked.from, oldest ?? 0), to: asked.to };
  const waiting = new Set(stale.slice(0, mostStale));
  const live = new Set(waiting);
  if (span.from % grainMs.hour !== 0) live.add(startOf("hour", span.from));
  if (span.to % grainMs.hour !== 0) live.add(startOf("hour", span.to));
  const { days, hours } = divide(span, live, grain);
  const most = Math.floor(mostLive / live.size);
  const [daily, hourly, fresh] = await Promise.all([
    days.size === 0
      ? []
      : readRollups(database, scope, "day", { from: Math.min(...days), to: Math.max(...days) + 1, latencies }),
    Promise.all(hours.map((part) => readRollups(database, scope, "hour", { ...part, latencies }))),
    Promise.all([...live].map(async (hour) => [hour, await addUp(database, scope, hour, span, most)] as const)),
  ]);
  const summed = new Map<number, Rollup>(hourly.flat().map((rollup) => [rollup.startsAt, rollup]));
  const stretches: Stretch[] = daily.filter(({ startsAt }) => days.has(startsAt));
  for (const [hour, sums] of fresh) {
    const rollup = summed.get(hour);
    summed.delete(hour);
    if (sums) stretches.push({ ...sums, startsAt: hour });
    else {
      if (rollup) stretches.push(rollup);
      if (waiting.has(hour)) coverage.to = Math.min(coverage.to ?? asked.to, rollup?.readAt ?? hour);
      if (hour < span.from) coverage.from = hour;
      if (hour + grainMs.hour > span.to) coverage.to ??= hour + grainMs.hour;
    }
  }
  stretches.push(...summed.values());
  return { stretches, coverage };
}
