import type { LogQuery } from "@clawlink/contract";

/** The filters of Usage that live in its address. */
export type UsageFilters = Omit<LogQuery, "limit" | "cursor">;

const bare = "/dashboard/usage";

/** The address of Usage with these filters, from `cursor` on. */
export function usagePath(filters: UsageFilters, cursor: string | null = null): string {
  const { integration, action, status, device, connection, search, from, to } = filters;
  const params = new URLSearchParams();
  const all = { integration, action, status, device, connection, search, from, to, cursor };
  for (const [name, value] of Object.entries(all)) if (value) params.set(name, String(value));
  const text = params.toString();
  return text ? `${bare}?${text}` : bare;
}

/** Whether any filter is set. */
export function isFiltered(filters: UsageFilters): boolean {
  return usagePath(filters) !== bare;
}
