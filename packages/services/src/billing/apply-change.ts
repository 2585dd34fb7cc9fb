import { billingAccounts, billingEvents, billingSubscriptions, type Database, users } from "@clawlink/db";
import { eq, sql } from "drizzle-orm";
import { type Plans, planOf } from "./plans.ts";
import { isSameAddress, notePolarEmail } from "./polar-email.ts";
import { ownerOf, type PolarSubscription } from "./polar-subscription.ts";

/** News of a subscription: what it is like now, and when that was. */
export interface SubscriptionChange {
  readonly subscription: PolarSubscription;
  /** The event's own time. */
  readonly at: Date;
  /** The event's id, or, for what was found by asking, an empty one: an event of the same moment wins. */
  readonly eventId: string;
  readonly type: string;
  /** When the order was made that was given back in full, if one was. */
  readonly refundedOrderAt: Date | null;
}

/** The row a change makes; `terms` are those of the moment the product was bought. */
function rowOf({ subscription: it, at, eventId, refundedOrderAt }: SubscriptionChange, userId: string, plans: Plans) {
  const plan = planOf(plans, it.product_id);
  return {
    id: it.id,
    userId,
    customerId: it.customer_id,
    productId: it.product_id,
    checkoutId: it.checkout_id,
    status: it.status,
    startedAt: it.started_at ?? it.created_at,
    periodStart: it.current_period_start,
    periodEnd: it.current_period_end,
    cancelAtPeriodEnd: it.cancel_at_period_end,
    pauseAtPeriodEnd: it.pause_at_period_end,
    resumesAt: it.resumes_at,
    endsAt: it.ends_at,
    endedAt: it.ended_at,
    pastDueAt: it.past_due_at ?? null,
    pendingProductId: it.pending_update?.product_id ?? null,
    pendingAt: it.pending_update?.product_id ? it.pending_update.applies_at : null,
    refundedOrderAt,
    terms: plan && { name: plan.name, callsPerMonth: plan.callsPerMonth, apps: plan.apps },
    eventAt: at,
    eventId,
  };
}

const newer = sql`(excluded.event_at, excluded.event_id) > (billing_subscriptions.event_at, billing_subscriptions.event_id)`;
const ifNewer = (column: string) =>
  sql.raw(
    `case when (excluded.event_at, excluded.event_id) > (billing_subscriptions.event_at, billing_subscriptions.event_id) then excluded.${column} else billing_subscriptions.${column} end`,
  );
/** What was bought stays as it was bought until another product is. */
const boughtTerms = sql.raw(
  "case when (excluded.event_at, excluded.event_id) <= (billing_subscriptions.event_at, billing_subscriptions.event_id) or excluded.product_id = billing_subscriptions.product_id then billing_subscriptions.terms else excluded.terms end",
);
const refunded = sql.raw(
  "nullif(max(coalesce(billing_subscriptions.refunded_order_at, 0), coalesce(excluded.refunded_order_at, 0)), 0)",
);

/**
 * Applies one change in one batch: the newest by the event's own time stays, whatever order they come in and however often. Answers whose
 * it is when something changed, null when nothing did, or it is nobody of ours.
 */
export async function applyChange(
  database: Database,
  change: SubscriptionChange,
  plans: Plans,
  now: number,
): Promise<string | null> {
  const userId = ownerOf(change.subscription);
  if (userId === null) return null;
  const [found] = await database
    .select({ email: users.email, polarEmail: billingAccounts.polarEmail })
    .from(users)
    .leftJoin(billingAccounts, eq(billingAccounts.userId, users.id))
    .where(eq(users.id, userId));
  if (!found) return null;
  const { customer } = change.subscription;
  // A subscription may be with the customer that somebody else is: Polar goes by the address that is typed.
  const own = customer.external_id === userId && isSameAddress(found.email, customer.email);
  if (own && found.email !== found.polarEmail) await notePolarEmail(database, userId, found.email);
  const row = rowOf(change, userId, plans);
  const upsert = database
    .insert(billingSubscriptions)
    .values(row)
    .onConflictDoUpdate({
      target: billingSubscriptions.id,
      set: {
        customerId: ifNewer("customer_id"),
        productId: ifNewer("product_id"),
        checkoutId: ifNewer("checkout_id"),
        status: ifNewer("status"),
        startedAt: ifNewer("started_at"),
        periodStart: ifNewer("period_start"),
        periodEnd: ifNewer("period_end"),
        cancelAtPeriodEnd: ifNewer("cancel_at_period_end"),
        pauseAtPeriodEnd: ifNewer("pause_at_period_end"),
        resumesAt: ifNewer("resumes_at"),
        endsAt: ifNewer("ends_at"),
        endedAt: ifNewer("ended_at"),
        pastDueAt: ifNewer("past_due_at"),
        ...(change.subscription.pending_update !== undefined && {
          pendingProductId: ifNewer("pending_product_id"),
          pendingAt: ifNewer("pending_at"),
        }),
        terms: boughtTerms,
        refundedOrderAt: refunded,
        eventAt: ifNewer("event_at"),
        eventId: ifNewer("event_id"),
      },
      setWhere: sql`${newer} or excluded.refunded_order_at > coalesce(billing_subscriptions.refunded_order_at, 0)`,
    })
    .returning({ id: billingSubscriptions.id });
  if (change.eventId === "") return (await upsert).length > 0 ? userId : null;
  const event = { id: change.eventId, userId, type: change.type, happenedAt: change.at, receivedAt: new Date(now) };
  const [, changed] = await database.batch([
    database.insert(billingEvents).values(event).onConflictDoNothing(),
    upsert,
  ]);
  return changed.length > 0 ? userId : null;
}
