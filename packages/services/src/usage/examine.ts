import type { LogQuery } from "@clawlink/contract";
import { type Database, toolExecutions } from "@clawlink/db";
import { and, gte, lt, sql } from "drizzle-orm";
import { readCursor } from "./cursor.ts";
import { indexOf } from "./index-of.ts";
import type { ExecutionRow } from "./log-entry.ts";
import type { Span } from "./read-span.ts";
import type { UsageScope } from "./scope.ts";
import type { Call } from "./tally.ts";

/** How many rows are looked at for one answer when no index answers all of its filters. */
const mostExamined = 700;

const { id, createdAt } = toolExecutions;
const columns = sql.raw(
  "id, user_id as userId, api_key_id as apiKeyId, device, integration, action, connection_id as connectionId, status, error_code as errorCode, error_message as errorMessage, latency_ms as latencyMs, created_at as createdAt",
);

/** A recorded call as it is listed and counted. */
export type Examined = Omit<ExecutionRow, "createdAt"> & Call & { readonly createdAt: Date; readonly userId: string };
/** What the columns above hold. */
type Held = Omit<Examined, "createdAt"> & { readonly createdAt: number };

type Wanted = Omit<LogQuery, "limit" | "cursor" | "from" | "to">;

/**
 * The newest calls among which those of a page are: `limit` of them when an index answers every filter, and 700 to look through when
 * not. `more` says that older ones were not looked at. Throws `bad_request` for a cursor that cannot be read.
 */
export async function examine(
  database: Database,
  scope: UsageScope,
  query: Wanted,
  { span, cursor, limit }: { span: Span; cursor: string | undefined; limit: number },
): Promise<{ rows: Examined[]; more: boolean }> {
  const { source, condition, filters } = indexOf(scope, query);
  const { search, integration: app, action: tool, status: outcome, device, connection } = query;
  const asked = [search, app, tool, outcome, device, connection].filter(Boolean).length;
  const most = asked > filters ? mostExamined : Math.min(limit, mostExamined);
  const after = cursor ? readCursor(cursor) : null;
  const within = and(
    condition,
    gte(createdAt, new Date(span.from)),
    // Where the cursor is goes as the end of the index's range; the second condition is for calls of the same moment.
    lt(createdAt, new Date(after ? Math.min(after.createdAt + 1, span.to) : span.to)),
    after ? sql`(${createdAt}, ${id}) < (${after.createdAt}, ${after.id})` : undefined,
  );
  const held = await database.all<Held>(
    sql`select ${columns} from ${source} where ${within} order by ${createdAt} desc, ${id} desc limit ${most}`,
  );
  const rows = held.map((row): Examined => ({ ...row, createdAt: new Date(row.createdAt) }));
  return { rows, more: rows.length === most };
}
