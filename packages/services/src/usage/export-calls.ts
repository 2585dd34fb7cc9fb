import type { LogQuery } from "@clawlink/contract";
import type { Database } from "@clawlink/db";
import { csvLine } from "./csv-line.ts";
import type { Examined } from "./examine.ts";
import { type CallPage, listCalls } from "./list-calls.ts";
import type { UsageScope } from "./scope.ts";

/** How many calls one file may hold: `limit` of its query. */
export const mostExported = 20_000;

/** How many queries a file takes at the most, and how many calls each brings. */
const mostQueries = 40;
const batch = 699;

/** How a file of calls is written: CSV for spreadsheets, or a JSON object a line. */
export type ExportFormat = "csv" | "ndjson";

const columns = {
  id: (call) => call.id,
  createdAt: (call) => call.createdAt.toISOString(),
  integration: (call) => call.integration,
  action: (call) => call.action,
  status: (call) => call.status,
  errorCode: (call) => call.errorCode,
  errorMessage: (call) => call.errorMessage,
  latencyMs: (call) => call.latencyMs,
  device: (call) => call.device,
  connectionId: (call) => call.connectionId,
} as const satisfies Record<string, (call: Examined) => string | number | null>;

const writers: Readonly<
  Record<ExportFormat, { head: string; call: (call: Examined) => string; rest: (cursor: string) => string }>
> = {
  csv: {
    head: csvLine(Object.keys(columns)),
    call: (call) => csvLine(Object.values(columns).map((read) => read(call))),
    rest: (cursor) => csvLine([`There is more: ask again with cursor=${cursor}`]),
  },
  ndjson: {
    head: "",
    call: (call) =>
      `${JSON.stringify(Object.fromEntries(Object.entries(columns).map(([name, read]) => [name, read(call)])))}\n`,
    rest: (nextCursor) => `${JSON.stringify({ nextCursor })}\n`,
  },
};

/**
 * The calls that match as the pieces of a file, newest first, without inputs and outputs. A file holds `query.limit` of them; where
 * there are more, its last line names the cursor that the next one starts from. Throws `bad_request` for a cursor or date that cannot be read.
 */
export async function* exportCalls(
  database: Database,
  scope: UsageScope,
  query: LogQuery,
  format: ExportFormat,
  now: number = Date.now(),
): AsyncGenerator<string, void, void> {
  const write = writers[format];
  let cursor: string | null = query.cursor ?? null;
  let text = write.head;
  let left = query.limit;
  for (let queries = 0; queries < mostQueries && left > 0; queries += 1) {
    const wanted = { ...query, limit: Math.min(batch, left), cursor: cursor ?? undefined };
    const page: CallPage = await listCalls(database, scope, wanted, now);
    left -= page.calls.length;
    cursor = page.nextCursor;
    yield text + page.calls.map(write.call).join("");
    text = "";
    if (cursor === null) return;
  }
  if (cursor !== null) yield write.rest(cursor);
}
