import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { updatedAt } from "./columns.ts";

/** What the operator has set, by name; what has no row has its default (contract, `Settings`). */
export const settings = sqliteTable("settings", {
  name: text("name").primaryKey(),
  value: text("value", { mode: "json" }).$type<unknown>().notNull(),
  updatedBy: text("updated_by"),
  updatedAt: updatedAt(),
});
