import { type Database, toolExecutions } from "@clawlink/db";
import { getTableColumns, sql } from "drizzle-orm";
import { markStale } from "../usage/mark-stale.ts";
import { jsonLists } from "./json-lists.ts";

/** A call's row. */
export type ExecutionRow = typeof toolExecutions.$inferInsert;

const columns = Object.entries(getTableColumns(toolExecutions));

/** On writing again, every column but the identity takes the new value. */
const replacement = Object.fromEntries(
  columns
    .filter(([name]) => !["id", "userId", "createdAt"].includes(name))
    .map(([name, column]) => [name, sql.raw(`excluded.${column.name}`)]),
);

/** A row as the list of what its columns hold in SQLite. */
function heldBy(row: ExecutionRow): string {
  const cells: Readonly<Record<string, unknown>> = row;
  const held = columns.map(([name, column]) => {
    const value = cells[name] ?? column.default ?? null;
    return value === null ? null : column.mapToDriverValue(value);
  });
  return JSON.stringify(held);
}

const cellsOfEach = sql.raw(columns.map((_, index) => `value ->> ${index}`).join(", "));

/** The statements that store calls by id, one for hundreds of them, so that writing twice leaves one row each, and have their hours summed anew; for a batch. */
export function writeExecutions(database: Database, rows: readonly ExecutionRow[]) {
  if (rows.length === 0) return [];
  const stored = jsonLists(rows.map(heldBy)).map((list) =>
    database
      .insert(toolExecutions)
      // Without a where clause SQLite takes the conflict clause for a join (https://sqlite.org/lang_upsert.html section 2.2).
      .select(sql`select ${cellsOfEach} from json_each(${list}) where true`)
      .onConflictDoUpdate({ target: toolExecutions.id, set: replacement }),
  );
  return [...stored, markStale(database, rows)];
}
