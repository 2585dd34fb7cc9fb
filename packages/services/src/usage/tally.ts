import type { ExecutionStatus } from "@clawlink/contract";
import { bucketOf } from "./latency-histogram.ts";

/** What calls are filtered by. */
export interface Dimensions {
  readonly integration: string | null;
  readonly action: string;
  readonly apiKeyId: string | null;
  readonly device: string | null;
  readonly connectionId: number | null;
  readonly status: ExecutionStatus;
}

/** A recorded call as far as sums are concerned. */
export interface Call extends Dimensions {
  readonly errorCode: string | null;
  readonly latencyMs: number | null;
}

/** Calls that are alike: how many, how many of them have a latency, and the sum of those in milliseconds. */
export interface Count extends Dimensions {
  readonly errorCode: string | null;
  readonly calls: number;
  readonly timed: number;
  readonly latencyMs: number;
}

/** How long calls of one app took. */
export interface AppLatencies {
  readonly integration: string | null;
  readonly buckets: ReadonlyMap<number, number>;
}

/** Calls of a stretch of time, summed. */
export interface Sums {
  readonly counts: readonly Count[];
  readonly latencies: readonly AppLatencies[];
  /** Rare combinations were folded into one per status: only the status of a count is sure. */
  readonly cut: boolean;
}

type Changing<T> = { -readonly [K in keyof T]: T[K] };

/** Adds calls up. */
export class Tally {
  readonly #counts = new Map<string, Changing<Count>>();
  readonly #latencies = new Map<string | null, AppLatencies & { buckets: Map<number, number> }>();
  #cut = false;

  /** Adds `times` calls that are alike. */
  add(call: Call, times = 1): void {
    const { integration, latencyMs: latency } = call;
    const timed = latency === null ? 0 : times;
    this.#count({ ...call, calls: times, timed, latencyMs: (latency ?? 0) * timed });
    if (latency !== null) this.#latency({ integration, buckets: new Map([[bucketOf(latency), times]]) });
  }

  /** Adds what was added up before. */
  addSums({ counts, latencies, cut }: Sums): void {
    for (const count of counts) this.#count(count);
    for (const latency of latencies) this.#latency(latency);
    this.#cut ||= cut;
  }

  get sums(): Sums {
    return { counts: [...this.#counts.values()], latencies: [...this.#latencies.values()], cut: this.#cut };
  }

  #count(count: Count): void {
    const { integration, action, apiKeyId, device, connectionId, status, errorCode } = count;
    const key = [integration, action, apiKeyId, device, connectionId, status, errorCode].join("\n");
    const known = this.#counts.get(key);
    if (!known) {
      this.#counts.set(key, { ...count });
      return;
    }
    known.calls += count.calls;
    known.timed += count.timed;
    known.latencyMs += count.latencyMs;
  }

  #latency({ integration, buckets }: AppLatencies): void {
    const known = this.#latencies.get(integration) ?? { integration, buckets: new Map<number, number>() };
    this.#latencies.set(integration, known);
    for (const [bucket, calls] of buckets) known.buckets.set(bucket, (known.buckets.get(bucket) ?? 0) + calls);
  }
}
