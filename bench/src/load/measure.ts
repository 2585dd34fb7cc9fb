import { performance } from "node:perf_hooks";
import autocannon from "autocannon";

/** A request that is sent over and over. */
export interface Shot {
  readonly name: string;
  readonly url: string;
  readonly method: "GET" | "POST" | "PATCH";
  readonly headers: Record<string, string>;
  readonly body?: string;
}

/** Milliseconds. */
export interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Requests a second over `connections`; throws when any was not answered with 2xx. */
export async function throughput(shot: Shot, connections: number, seconds: number): Promise<number> {
  const { url, method, headers, body } = shot;
  const load = { url, method, headers, connections, ...(body === undefined ? {} : { body }) };
  const result = await autocannon({ ...load, duration: seconds });
  if (result.non2xx > 0 || result.errors > 0 || result.timeouts > 0)
    throw new Error(`${shot.name}: ${result.non2xx} not 2xx, ${result.errors} errors, ${result.timeouts} timeouts.`);
  return result["2xx"] / result.duration;
}

/** Latencies over one connection, finer than autocannon's whole milliseconds. */
export async function latency(shot: Shot, count: number): Promise<Latency> {
  const { url, method, headers, body } = shot;
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const startedAt = performance.now();
    const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
    await response.arrayBuffer();
    times.push(performance.now() - startedAt);
    if (!response.ok) throw new Error(`${shot.name}: ${response.status}`);
  }
  times.sort((left, right) => left - right);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
