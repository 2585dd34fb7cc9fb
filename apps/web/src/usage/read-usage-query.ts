import { LogQuery } from "@clawlink/contract";

const pageSize = 50;

function readDate(text: string | undefined): string | undefined {
  return text && !Number.isNaN(Date.parse(text)) ? text : undefined;
}

/** The filters in a page's address; what cannot be read is left out. */
export function readUsageQuery(params: Readonly<Record<string, string | undefined>>): LogQuery {
  const dated = { ...params, from: readDate(params.from), to: readDate(params.to), limit: pageSize };
  return LogQuery.safeParse(dated).data ?? LogQuery.parse({ limit: pageSize });
}
