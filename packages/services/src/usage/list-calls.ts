import type { LogQuery } from "@clawlink/contract";
import type { Database } from "@clawlink/db";
import { writeCursor } from "./cursor.ts";
import { type Examined, examine } from "./examine.ts";
import { contains, matches } from "./matches.ts";
import { narrowScope } from "./narrow-scope.ts";
import { readSpan } from "./read-span.ts";
import type { UsageScope } from "./scope.ts";

/** Recorded calls and where older ones go on. */
export interface CallPage {
  readonly calls: readonly Examined[];
  readonly nextCursor: string | null;
}

/**
 * A page of recorded calls, newest first. It looks at 700 of them at the most, so that it may hold fewer than `limit`, none even, and
 * still have a `nextCursor`. Throws `bad_request` for a cursor or date that cannot be read.
 */
export async function listCalls(
  database: Database,
  asked: UsageScope,
  query: LogQuery,
  now: number = Date.now(),
): Promise<CallPage> {
  const span = readSpan(query, now);
  const scope = await narrowScope(database, asked, query);
  const { rows, more } = await examine(database, scope, query, {
    span,
    cursor: query.cursor,
    limit: query.limit + 1,
  });
  const found = rows.filter((row) => matches(query, row) && contains(query.search, row));
  const calls = found.slice(0, query.limit);
  const last = found.length > query.limit ? calls.at(-1) : more ? rows.at(-1) : undefined;
  return { calls, nextCursor: last ? writeCursor({ createdAt: last.createdAt.getTime(), id: last.id }) : null };
}
