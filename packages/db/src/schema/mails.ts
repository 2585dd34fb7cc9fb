import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { moment } from "./columns.ts";
import { users } from "./users.ts";

/** Mail to people: what waits to be sent, and what was, so that nobody gets the same mail twice. */
export const mails = sqliteTable(
  "mails",
  {
    /** What the mail is about, so that it is written once; the provider's idempotency key as well. */
    key: text("key").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    kind: text("kind").notNull(),
    subject: text("subject").notNull(),
    /** Null once it is sent, and always for a mail with a secret in it: that one is never sent from here. */
    text: text("text"),
    /** SHA-256 of subject and text, where there is a text: nobody gets the same words twice. */
    wordsHash: text("words_hash"),
    createdAt: moment("created_at").notNull(),
    /** How often it was tried, and when it may be again. */
    attempts: integer("attempts").notNull().default(0),
    nextAt: moment("next_at").notNull(),
    sentAt: moment("sent_at"),
    failedAt: moment("failed_at"),
    /** What kind of failure the last was. */
    error: text("error"),
  },
  (table) => [
    index("mails_waiting").on(table.nextAt).where(sql`${table.text} is not null`),
    uniqueIndex("mails_words").on(table.userId, table.wordsHash),
    index("mails_age").on(table.createdAt),
    index("mails_sent").on(table.sentAt),
    index("mails_failed").on(table.failedAt),
  ],
);
