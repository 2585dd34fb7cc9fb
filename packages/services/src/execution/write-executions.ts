import { type Database, toolExecutions } from "@clawlink/db";
import { getTableColumns, sql } from "drizzle-orm";
import { markStale } from "../usage/mark-stale.ts";

/** A call's row. */
export type ExecutionRow = typeof toolExecutions.$inferInsert;

/** On writing again, every column but the identity takes the new value. */
const replacement = Object.fromEntries(
  Object.entries(getTableColumns(toolExecutions))
    .filter(([name]) => !["id", "userId", "createdAt"].includes(name))
    .map(([name, column]) => [name, sql.raw(`excluded.${column.name}`)]),
);

/** The statements that store calls by id, so that writing twice leaves one row each, and have their hours summed anew; for a batch. */
export function writeExecutions(database: Database, rows: readonly ExecutionRow[]) {
  if (rows.length === 0) return [];
  const stored = rows.map((row) =>
    database.insert(toolExecutions).values(row).onConflictDoUpdate({ target: toolExecutions.id, set: replacement }),
  );
  return [...stored, markStale(database, rows)];
}
