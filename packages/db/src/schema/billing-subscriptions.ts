import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { PlanTerms } from "./billing-accounts.ts";
import { moment } from "./columns.ts";
import { users } from "./users.ts";

/** How a subscription stands at Polar, in Polar's words. */
export const subscriptionStatuses = [
  "incomplete",
  "incomplete_expired",
  "trialing",
  "active",
  "past_due",
  "canceled",
  "unpaid",
  "paused",
] as const;

/** A subscription at Polar as its newest event describes it, and what was bought with it. */
export const billingSubscriptions = sqliteTable(
  "billing_subscriptions",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    customerId: text("customer_id").notNull(),
    productId: text("product_id").notNull(),
    checkoutId: text("checkout_id"),
    status: text("status", { enum: subscriptionStatuses }).notNull(),
    startedAt: moment("started_at").notNull(),
    periodStart: moment("period_start").notNull(),
    periodEnd: moment("period_end").notNull(),
    cancelAtPeriodEnd: integer("cancel_at_period_end", { mode: "boolean" }).notNull(),
    /** It is not renewed but paused then; cancelling goes before it. */
    pauseAtPeriodEnd: integer("pause_at_period_end", { mode: "boolean" }).notNull().default(false),
    /** When it goes on by itself once it is paused; null when the person has to resume it. */
    resumesAt: moment("resumes_at"),
    endsAt: moment("ends_at"),
    endedAt: moment("ended_at"),
    pastDueAt: moment("past_due_at"),
    /** The product it changes to at the end of the period, and when; null when it stays. */
    pendingProductId: text("pending_product_id"),
    pendingAt: moment("pending_at"),
    /** When the newest order was made that was given back in full; it ends the period it paid for. */
    refundedOrderAt: moment("refunded_order_at"),
    /** The plan's terms as they were when the product was bought; null for a product no plan has. */
    terms: text("terms", { mode: "json" }).$type<PlanTerms>(),
    /** The time of the newest event and its id: an event from before them changes nothing. */
    eventAt: moment("event_at").notNull(),
    eventId: text("event_id").notNull(),
  },
  (table) => [index("billing_subscriptions_user").on(table.userId)],
);
