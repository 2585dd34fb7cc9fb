import { index, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "./columns.ts";
import { users } from "./users.ts";

/** Hours (UTC) of a person in which a call was written since they were last summed; written in one transaction with the call. */
export const usageStaleHours = sqliteTable(
  "usage_stale_hours",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    startsAt: moment("starts_at").notNull(),
    /** Grows with every mark, so that one set while the hour is being summed is not taken away. */
    markedAt: moment("marked_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.startsAt] }),
    index("usage_stale_hours_start").on(table.startsAt),
  ],
);
