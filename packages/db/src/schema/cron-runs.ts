import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "./columns.ts";

/** The last run of each of cron's jobs. */
export const cronRuns = sqliteTable("cron_runs", {
  job: text("job").primaryKey(),
  startedAt: moment("started_at").notNull(),
  tookMs: integer("took_ms").notNull(),
  /** How many things it did; null when it failed or does not count. */
  done: integer("done"),
  /** What kind of error ended it, never its text; null when it went well. */
  error: text("error"),
  /** When it last went well, or null. */
  succeededAt: moment("succeeded_at"),
});
