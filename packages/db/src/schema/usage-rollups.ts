import { index, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "./columns.ts";
import { users } from "./users.ts";

/**
 * Calls by everything they are filtered by. `names` are the texts; a cell is indexes into it for app, action, key, device, status and
 * error code, then the connection's id or 0, the number of calls, how many of them have a latency, and the sum of those in milliseconds.
 */
export interface StoredCounts {
  readonly names: readonly (string | null)[];
  readonly cells: readonly (readonly number[])[];
  /** Rare combinations were folded into one per status, so that the row stays small. */
  readonly cut: boolean;
}

/** Latencies by app: its index in `names`, then pairs of a histogram's bucket and its calls. */
export type StoredLatencies = Pick<StoredCounts, "names" | "cells">;

const sums = () => ({
  grain: text("grain", { enum: ["hour", "day"] }).notNull(),
  startsAt: moment("starts_at").notNull(),
  /** When the calls were read: a rollup of a later reading is never replaced by one of an earlier. */
  readAt: moment("read_at").notNull(),
  counts: text("counts", { mode: "json" }).$type<StoredCounts>().notNull(),
  latencies: text("latencies", { mode: "json" }).$type<StoredLatencies>().notNull(),
});

/** One person's calls of an hour or a day (UTC), summed. */
export const usageRollups = sqliteTable(
  "usage_rollups",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    ...sums(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.grain, table.startsAt] }),
    index("usage_rollups_age").on(table.grain, table.startsAt),
  ],
);

/** Everybody's calls of an hour or a day (UTC), summed, without keys, devices and connections. */
export const usageRollupsEverybody = sqliteTable("usage_rollups_everybody", sums(), (table) => [
  primaryKey({ columns: [table.grain, table.startsAt] }),
]);
