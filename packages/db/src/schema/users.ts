import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { createdAt, moment, updatedAt } from "./columns.ts";

/** People who sign in. The first account is the operator. */
export const users = sqliteTable(
  "users",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    email: text("email").notNull().unique(),
    emailVerified: integer("email_verified", { mode: "boolean" }).notNull().default(false),
    image: text("image"),
    role: text("role", { enum: ["operator", "user"] })
      .notNull()
      .default("user"),
    /** Since when the person may not sign in and their keys are refused, or null; never set for an operator. */
    disabledAt: moment("disabled_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index("users_age").on(table.createdAt, table.id)],
);
