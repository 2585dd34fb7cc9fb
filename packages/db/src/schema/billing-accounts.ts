import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "./columns.ts";
import { users } from "./users.ts";

/** What a trial gives; null is without limit. */
export interface TrialTerms {
  readonly days: number;
  readonly calls: number | null;
  readonly apps: number | null;
}

/** What a plan gives in a calendar month (UTC); null is without limit. */
export interface PlanTerms {
  readonly name: string;
  readonly callsPerMonth: number | null;
  readonly apps: number | null;
}

/** What a person has apart from what they buy: a trial as it was when it began, and limits of their own that the operator gave. */
export const billingAccounts = sqliteTable(
  "billing_accounts",
  {
    userId: text("user_id")
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    /** When billing first saw the person; the trial counts from here. */
    startedAt: moment("started_at").notNull(),
    trial: text("trial", { mode: "json" }).$type<TrialTerms>(),
    /** The person's address as Polar was last seen to have it, or null; where it is theirs no longer, Polar has yet to be told. */
    polarEmail: text("polar_email"),
    granted: text("granted", { mode: "json" }).$type<PlanTerms>(),
  },
  (table) => [index("billing_accounts_started").on(table.startedAt)],
);
