import { LogQuery } from "@clawlink/contract";
import { readRange } from "./ranges.ts";
import type { UsageFilters } from "./usage-path.ts";

const pageSize = 50;

/** What the address of Usage asks for. */
export type UsageQuery = UsageFilters & Pick<LogQuery, "limit" | "cursor">;

function readDate(text: string | undefined): string | undefined {
  return text && !Number.isNaN(Date.parse(text)) ? text : undefined;
}

/** The filters in a page's address; what cannot be read is left out. */
export function readUsageQuery(params: Readonly<Record<string, string | undefined>>): UsageQuery {
  const dated = { ...params, from: readDate(params.from), to: readDate(params.to), limit: pageSize };
  return {
    ...(LogQuery.safeParse(dated).data ?? LogQuery.parse({ limit: pageSize })),
    range: readRange(params.range),
    everybody: params.everybody === "1",
  };
}
