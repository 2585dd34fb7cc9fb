import { LogQuery } from "@clawlink/contract";

const pageSize = 50;

/** The filters in a page's address; what cannot be read is left out. */
export function readUsageQuery(params: Readonly<Record<string, string | undefined>>): LogQuery {
  const dated = { ...params, from: readDate(params.from), to: readDate(params.to), limit: pageSize };
  return LogQuery.safeParse(dated).data ?? LogQuery.parse({ limit: pageSize });
}

function readDate(text: string | undefined): string | undefined {
  return text && !Number.isNaN(Date.parse(text)) ? text : undefined;
}

/** The address of Usage with these filters, from `cursor` on. */
export function usagePath(query: LogQuery, cursor: string | null): string {
  const { integration, action, status, device, search, from, to } = query;
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ integration, action, status, device, search, from, to, cursor })) {
    if (value) params.set(name, value);
  }
  const text = params.toString();
  return text ? `/dashboard/usage?${text}` : "/dashboard/usage";
}

/** Whether any filter is set. */
export function isFiltered(query: LogQuery): boolean {
  return usagePath(query, null) !== "/dashboard/usage";
}
