import { ExecutionStatus } from "@clawlink/contract";
import type { StoredCounts, StoredLatencies } from "@clawlink/db";
import type { Filters } from "./matches.ts";
import type { AppLatencies, Count, Sums } from "./tally.ts";

/**
 * How many characters a row's sums may take. Real traffic needs a tenth of it; a device that calls thousands of tools that do not exist
 * must not make everybody's Usage slow.
 */
const largest = 100_000;
/** What a cell takes beside its names. */
const cellLength = 40;
const folded = { integration: null, action: "", apiKeyId: null, device: null, connectionId: null, errorCode: null };
const statuses: ReadonlyMap<string | null | undefined, ExecutionStatus> = new Map(
  ExecutionStatus.options.map((status) => [status, status]),
);

/** The texts of a row, each once. */
class Names {
  readonly list: (string | null)[] = [];
  readonly #known = new Map<string | null, number>();
  room = largest;

  of(name: string | null): number {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    this.room -= (name?.length ?? 4) + 3;
    this.#known.set(name, this.list.length);
    return this.list.push(name) - 1;
  }
}

/** Sums as their row holds them; the commonest stay whole when there are too many. */
export function storeSums(sums: Sums): { counts: StoredCounts; latencies: StoredLatencies } {
  const names = new Names();
  const cells: number[][] = [];
  const rest = new Map<ExecutionStatus, Count>();
  const put = (count: Count) => {
    const { integration, action, apiKeyId, device, status, errorCode, connectionId } = count;
    const texts = [integration, action, apiKeyId, device, status, errorCode].map((name) => names.of(name));
    cells.push([...texts, connectionId ?? 0, count.calls, count.timed, count.latencyMs]);
    names.room -= cellLength;
  };
  for (const count of sums.counts.toSorted((left, right) => right.calls - left.calls)) {
    if (names.room > 0) put(count);
    else rest.set(count.status, plus(count, rest.get(count.status)));
  }
  for (const count of rest.values()) put(count);
  return {
    counts: { names: names.list, cells, cut: sums.cut || rest.size > 0 },
    latencies: storeLatencies(sums.latencies),
  };
}

function plus(count: Count, to: Count | undefined): Count {
  return {
    ...folded,
    status: count.status,
    calls: count.calls + (to?.calls ?? 0),
    timed: count.timed + (to?.timed ?? 0),
    latencyMs: count.latencyMs + (to?.latencyMs ?? 0),
  };
}

function storeLatencies(latencies: readonly AppLatencies[]): StoredLatencies {
  const names = new Names();
  return {
    names: names.list,
    cells: latencies.map(({ integration, buckets }) => [names.of(integration), ...[...buckets].flat()]),
  };
}

/** The latencies of a row. */
export function readLatencies({ names, cells }: StoredLatencies): AppLatencies[] {
  return cells.map(([integration = -1, ...pairs]) => ({
    integration: names[integration] ?? null,
    buckets: new Map(
      Array.from({ length: pairs.length / 2 }, (_, index) => [pairs[2 * index] ?? 0, pairs[2 * index + 1] ?? 0]),
    ),
  }));
}

/** Sums from their row. */
export function readSums(counts: StoredCounts, latencies: StoredLatencies): Sums {
  const names = (index = -1) => counts.names[index] ?? null;
  return {
    counts: counts.cells.map(
      ([
        integration,
        action,
        apiKeyId,
        device,
        status,
        errorCode,
        connection,
        calls = 0,
        timed = 0,
        latencyMs = 0,
      ]) => ({
        integration: names(integration),
        action: names(action) ?? "",
        apiKeyId: names(apiKeyId),
        device: names(device),
        connectionId: connection || null,
        status: statuses.get(names(status)) ?? "unknown",
        errorCode: names(errorCode),
        calls,
        timed,
        latencyMs,
      }),
    ),
    latencies: readLatencies(latencies),
    cut: counts.cut,
  };
}

/** What a cell says, its texts as indexes into the row's names. */
export interface Cell {
  readonly integration: number;
  readonly action: number;
  readonly apiKeyId: number;
  readonly device: number;
  readonly errorCode: number;
  readonly status: ExecutionStatus;
  readonly calls: number;
  readonly timed: number;
  readonly latencyMs: number;
}

/** Visits the cells that pass the filters, as numbers: three months of a busy account are tens of thousands of them. */
export function eachCell({ names, cells }: StoredCounts, filters: Filters, visit: (cell: Cell) => void): void {
  const indexOf = (name: string | undefined) => (name ? names.indexOf(name) : null);
  const [app, tool, outcome] = [filters.integration, filters.action, filters.status].map(indexOf);
  const asked = indexOf(filters.device);
  if (app === -1 || tool === -1 || outcome === -1 || asked === -1) return;
  const ended = names.map((name) => statuses.get(name) ?? "unknown");
  for (const [
    integration = 0,
    action = 0,
    apiKeyId = 0,
    device = 0,
    status = 0,
    errorCode = 0,
    connection = 0,
    calls = 0,
    timed = 0,
    latencyMs = 0,
  ] of cells) {
    if (app !== null && integration !== app) continue;
    if (tool !== null && action !== tool) continue;
    if (outcome !== null && status !== outcome) continue;
    if (asked !== null && apiKeyId !== asked && device !== asked) continue;
    if (filters.connection && connection !== filters.connection) continue;
    const how = ended[status] ?? "unknown";
    visit({ integration, action, apiKeyId, device, errorCode, status: how, calls, timed, latencyMs });
  }
}
