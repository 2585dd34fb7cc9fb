import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "./columns.ts";
import { users } from "./users.ts";

/** Webhook events that were applied, by Polar's own id, so that each is applied once. */
export const billingEvents = sqliteTable(
  "billing_events",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    type: text("type").notNull(),
    happenedAt: moment("happened_at").notNull(),
    receivedAt: moment("received_at").notNull(),
  },
  (table) => [index("billing_events_user").on(table.userId), index("billing_events_age").on(table.receivedAt)],
);
