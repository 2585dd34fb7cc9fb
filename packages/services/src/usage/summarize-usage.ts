import type { ExecutionStatus, LogQuery } from "@clawlink/contract";
import type { Database } from "@clawlink/db";
import { percentile } from "./latency-histogram.ts";
import type { Filters } from "./matches.ts";
import { narrowScope } from "./narrow-scope.ts";
import { type Grain, grainMs, keptSince, startOf } from "./period.ts";
import { readSpan } from "./read-span.ts";
import { type Coverage, readUsage, type Stretch } from "./read-usage.ts";
import type { UsageScope } from "./scope.ts";
import { eachCell } from "./stored-sums.ts";

/** So long a span is shown by the hour, in milliseconds; a longer one by the day. */
const hourlyMs = 8 * grainMs.day;
const topActions = 10;
/** So far back sums are read, in milliseconds: days are kept for good, and a page shows only so many. */
const furthestMs = 400 * grainMs.day;

/** Calls by how they ended. */
export type Outcomes = Readonly<Record<ExecutionStatus, number>>;

/** Latencies in milliseconds; percentiles within 10 %. */
export interface Latency {
  readonly p50: number | null;
  readonly p95: number | null;
}

/** What Usage shows of a stretch of time. Moments are epoch ms. */
export interface UsageSummary {
  readonly grain: Grain;
  readonly coverage: Coverage;
  /** The time the figures are about, `[from, to)`. */
  readonly from: number;
  readonly to: number;
  readonly outcomes: Outcomes;
  /** Null when the filters name more than an app: latencies are summed by app alone. */
  readonly latency: Latency | null;
  /** Stretches without a call are left out. */
  readonly timeline: readonly {
    readonly startsAt: number;
    readonly outcomes: Outcomes;
    readonly latency: Latency | null;
  }[];
  readonly apps: readonly {
    readonly integration: string | null;
    readonly outcomes: Outcomes;
    readonly latency: Latency | null;
  }[];
  /** The ten that are called most. */
  readonly actions: readonly {
    readonly integration: string | null;
    readonly action: string;
    readonly outcomes: Outcomes;
  }[];
  /** By key, with one of the names it had. Null for everybody: their sums do not tell devices apart. */
  readonly devices:
    | readonly { readonly id: string | null; readonly name: string | null; readonly outcomes: Outcomes }[]
    | null;
  readonly errors: readonly { readonly code: string; readonly calls: number }[];
}

type Counting = Record<ExecutionStatus, number>;

const none = (): Counting => ({ succeeded: 0, failed: 0, blocked: 0, pending_approval: 0, running: 0, unknown: 0 });
const callsOf = (outcomes: Outcomes) => Object.values(outcomes).reduce((sum, calls) => sum + calls, 0);

/** Things that are called, with what became of the calls. */
class Board<K> {
  readonly #known = new Map<string, { of: K; outcomes: Counting }>();

  of(of: K): Counting {
    const key = JSON.stringify(of);
    const known = this.#known.get(key) ?? { of, outcomes: none() };
    this.#known.set(key, known);
    return known.outcomes;
  }

  /** The most calls first. */
  get ranking(): { of: K; outcomes: Counting }[] {
    return [...this.#known.values()].toSorted((left, right) => callsOf(right.outcomes) - callsOf(left.outcomes));
  }
}

/** Looks a thing up once for each number that stands for it in a stretch. */
function once<T>(find: (index: number) => T): (index: number) => T {
  const known: T[] = [];
  return (index) => {
    known[index] ??= find(index);
    return known[index];
  };
}

function latencyOf(stretches: readonly Stretch[], integration: string | null | undefined): Latency {
  const buckets = new Map<number, number>();
  for (const { latencies } of stretches)
    for (const { names, cells } of latencies ? [latencies] : [])
      for (const [app = -1, ...pairs] of cells) {
        if (integration !== undefined && (names[app] ?? null) !== integration) continue;
        for (let at = 0; at < pairs.length; at += 2)
          buckets.set(pairs[at] ?? 0, (buckets.get(pairs[at] ?? 0) ?? 0) + (pairs[at + 1] ?? 0));
      }
  return { p50: percentile(buckets, 0.5), p95: percentile(buckets, 0.95) };
}

/**
 * Calls over time by outcome, by app, action, device and error, with latencies, of all that pass the filters between `from` and `to`: by the
 * hour up to eight days, else by the day (UTC). Days whose calls are gone are still there. Throws `bad_request` for a date that cannot be read.
 */
export async function summarizeUsage(
  database: Database,
  asked: UsageScope,
  query: Filters & Pick<LogQuery, "from" | "to">,
  now: number = Date.now(),
): Promise<UsageSummary> {
  const scope = await narrowScope(database, asked, query);
  const kept = readSpan(query, now);
  const wanted = readSpan(query, now, startOf("day", now - furthestMs));
  // Of days past their time the sums of the whole day are all there is.
  const from = wanted.from < keptSince(now) && query.from ? startOf("day", wanted.from) : kept.from;
  const span = { from, to: kept.to };
  const end = Math.min(span.to, now);
  const grain = end - span.from > hourlyMs ? "day" : "hour";
  const { stretches, coverage } = await readUsage(database, scope, span, { grain, latencies: true });
  const all = none();
  const timeline = new Map<number, { outcomes: Counting; parts: Stretch[] }>();
  const apps = new Board<string | null>();
  const actions = new Board<readonly [string | null, string]>();
  const devices = new Board<string | null>();
  const deviceNames = new Map<string | null, string | null>();
  const errors = new Map<string, number>();
  for (const stretch of stretches) {
    const { startsAt, counts } = stretch;
    const { names } = counts;
    const name = (index: number) => names[index] ?? null;
    const moment = startOf(grain, startsAt);
    const then = timeline.get(moment) ?? { outcomes: none(), parts: [] };
    timeline.set(moment, then);
    then.parts.push(stretch);
    const app = once((index) => apps.of(name(index)));
    const action = once((index) => once((tool) => actions.of([name(index), name(tool) ?? ""])));
    const device = once((key) =>
      once((label) => {
        const of = name(key) ?? name(label);
        deviceNames.set(of, name(label));
        return devices.of(of);
      }),
    );
    eachCell(counts, query, ({ integration, action: tool, apiKeyId, device: label, errorCode, status, calls }) => {
      all[status] += calls;
      then.outcomes[status] += calls;
      app(integration)[status] += calls;
      action(integration)(tool)[status] += calls;
      device(apiKeyId)(label)[status] += calls;
      const code = name(errorCode);
      if (code !== null) errors.set(code, (errors.get(code) ?? 0) + calls);
    });
  }
  const timed = !query.action && !query.status && !query.device && !query.connection;
  return {
    grain,
    coverage: { ...coverage, from: coverage.from ?? (span.from === wanted.from || !query.from ? null : span.from) },
    from: span.from,
    to: end,
    outcomes: all,
    latency: timed ? latencyOf(stretches, query.integration) : null,
    timeline: [...timeline]
      .filter(([, { outcomes }]) => callsOf(outcomes) > 0)
      .map(([startsAt, { outcomes, parts }]) => ({
        startsAt,
        outcomes,
        latency: timed ? latencyOf(parts, query.integration) : null,
      }))
      .toSorted((left, right) => left.startsAt - right.startsAt),
    apps: apps.ranking.map(({ of, outcomes }) => ({
      integration: of,
      outcomes,
      latency: timed ? latencyOf(stretches, of) : null,
    })),
    actions: actions.ranking
      .slice(0, topActions)
      .map(({ of: [integration, action], outcomes }) => ({ integration, action, outcomes })),
    devices:
      scope === "everybody"
        ? null
        : devices.ranking.map(({ of, outcomes }) => ({ id: of, name: deviceNames.get(of) ?? null, outcomes })),
    errors: [...errors].map(([code, calls]) => ({ code, calls })).toSorted((left, right) => right.calls - left.calls),
  };
}
