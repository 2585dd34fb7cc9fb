import type { LogQuery } from "@clawlink/contract";
import { type Range, usualRange } from "./ranges.ts";

/** The filters of Usage that live in its address. Dates win over the range; `everybody` is heard from operators alone. */
export type UsageFilters = Omit<LogQuery, "limit" | "cursor"> & {
  readonly range?: Range | undefined;
  readonly everybody?: boolean;
};

const bare = "/dashboard/usage";

function withFilters(path: string, filters: UsageFilters, more: Readonly<Record<string, string | null>>): string {
  const { integration, action, status, device, connection, search, from, to } = filters;
  const range = from || to || filters.range === usualRange ? undefined : filters.range;
  const everybody = filters.everybody ? "1" : undefined;
  const params = new URLSearchParams();
  const all = { everybody, range, integration, action, status, device, connection, search, from, to, ...more };
  for (const [name, value] of Object.entries(all)) if (value) params.set(name, String(value));
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

/** The address of Usage with these filters, from `cursor` on. */
export function usagePath(filters: UsageFilters, cursor: string | null = null): string {
  return withFilters(bare, filters, { cursor });
}

/** The address of the calls that match, as a file. */
export function exportPath(filters: UsageFilters, format: "csv" | "ndjson"): string {
  return withFilters(`${bare}/export`, filters, { format });
}

/** The address of one call. */
export function callPath(id: string): string {
  return `${bare}/${encodeURIComponent(id)}`;
}

/** Usage without filters; the range and whose calls they are stay. */
export function unfilteredPath({ range, everybody }: UsageFilters): string {
  return usagePath({ range, ...(everybody && { everybody }) });
}

/** Whether any filter is set beside the range and whose calls they are. */
export function isFiltered(filters: UsageFilters): boolean {
  return usagePath({ ...filters, range: undefined, everybody: false }) !== bare;
}
