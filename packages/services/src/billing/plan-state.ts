import type { billingAccounts, billingSubscriptions, PlanTerms } from "@clawlink/db";
import { type Plans, planOf } from "./plans.ts";

/** A subscription's row. */
export type SubscriptionRow = typeof billingSubscriptions.$inferSelect;

/** Everything stored of a person's plan. */
export interface BillingRows {
  readonly account: typeof billingAccounts.$inferSelect;
  readonly subscriptions: readonly SubscriptionRow[];
}

/** Where somebody stands; moments in milliseconds since the epoch, limits of null are none. */
export type PlanState =
  | { readonly kind: "trial"; readonly endsAt: number; readonly terms: PlanTerms }
  /** The trial is over, or there never was one (null), and nothing was bought. */
  | { readonly kind: "expired"; readonly since: number | null }
  | {
      readonly kind: "active";
      readonly terms: PlanTerms;
      readonly subscription: SubscriptionRow;
      /** Null when it ends or pauses instead. */
      readonly renewsAt: number | null;
      readonly pausesAt: number | null;
      readonly endsAt: number | null;
    }
  | {
      readonly kind: "past_due";
      readonly terms: PlanTerms;
      readonly subscription: SubscriptionRow;
      readonly graceEndsAt: number;
    }
  | { readonly kind: "ended"; readonly subscription: SubscriptionRow; readonly since: number }
  /** Limits of their own, given by the operator. */
  | { readonly kind: "granted"; readonly terms: PlanTerms };

type Live = Extract<PlanState, { kind: "active" | "past_due" }>;

const day = 86_400_000;
/** An order is made within this long of the period it pays for. */
const orderSlackMs = 3_600_000;

/** The more generous of two limits; null is none. */
const wider = (left: number | null, right: number | null) =>
  left === null || right === null ? null : Math.max(left, right);

/** What a subscription gives: what was bought, and what the plan has become where that is more; null for a product that never was a plan here. */
export function termsOf(row: SubscriptionRow, plans: Plans): PlanTerms | null {
  const plan = planOf(plans, row.productId);
  if (!plan) return row.terms;
  const { name, callsPerMonth, apps } = plan;
  if (!row.terms) return { name, callsPerMonth, apps };
  return { name, callsPerMonth: wider(row.terms.callsPerMonth, callsPerMonth), apps: wider(row.terms.apps, apps) };
}

/** Whether the payment for the current period was given back. */
export function isGivenBack({ refundedOrderAt, periodStart }: SubscriptionRow): boolean {
  return refundedOrderAt !== null && refundedOrderAt.getTime() >= periodStart.getTime() - orderSlackMs;
}

/** A subscription that counts at `now`, or null. */
function liveState(row: SubscriptionRow, plans: Plans, now: number): Live | null {
  const grace = plans.graceDays * day;
  const periodStart = row.periodStart.getTime();
  const periodEnd = row.periodEnd.getTime();
  const endsAt = row.cancelAtPeriodEnd ? (row.endsAt ?? row.periodEnd).getTime() : null;
  if (row.endedAt && row.endedAt.getTime() <= now) return null;
  if (isGivenBack(row)) return null;
  if (endsAt !== null && endsAt <= now) return null;
  const terms = termsOf(row, plans);
  if (!terms) return null;
  switch (row.status) {
    case "active":
    case "trialing": {
      // A renewal nobody told us of is not held against the person: the nightly comparison finds it.
      if (periodEnd + grace <= now) return null;
      const pausesAt = endsAt === null && row.pauseAtPeriodEnd ? periodEnd : null;
      if (pausesAt !== null && pausesAt <= now) return null;
      const renewsAt = (endsAt ?? pausesAt) === null ? periodEnd : null;
      return { kind: "active", terms, subscription: row, renewsAt, pausesAt, endsAt };
    }
    case "past_due": {
      const graceEndsAt = (row.pastDueAt?.getTime() ?? periodStart) + grace;
      return graceEndsAt <= now ? null : { kind: "past_due", terms, subscription: row, graceEndsAt };
    }
    case "canceled":
    case "incomplete":
    case "incomplete_expired":
    case "paused":
    case "unpaid":
      return null;
  }
}

const size = (limit: number | null) => limit ?? Number.POSITIVE_INFINITY;

/** The better first: paid before owing, more calls, more apps, longer, and at last by id, so that the order never depends on chance. */
function compare(left: Live, right: Live): number {
  const paid = Number(left.kind === "past_due") - Number(right.kind === "past_due");
  const calls = Math.sign(size(right.terms.callsPerMonth) - size(left.terms.callsPerMonth)) || 0;
  const apps = Math.sign(size(right.terms.apps) - size(left.terms.apps)) || 0;
  const end = right.subscription.periodEnd.getTime() - left.subscription.periodEnd.getTime();
  return paid || calls || apps || end || (left.subscription.id < right.subscription.id ? -1 : 1);
}

/** The subscriptions that count at `now`, the best first; more than one is a mistake. */
export function liveSubscriptions({ subscriptions }: BillingRows, plans: Plans, now: number): Live[] {
  return subscriptions.flatMap((row) => liveState(row, plans, now) ?? []).sort(compare);
}

/** When a subscription that counts no longer stopped doing so. */
function endOf(row: SubscriptionRow, { graceDays }: Plans): number {
  if (row.endedAt) return row.endedAt.getTime();
  if (row.refundedOrderAt) return row.refundedOrderAt.getTime();
  if (row.status === "past_due") return (row.pastDueAt ?? row.periodStart).getTime() + graceDays * day;
  return (row.endsAt ?? row.periodEnd).getTime();
}

/** Where a person stands at `now`: what was given, else the best of what was bought, else the trial. */
export function planState(rows: BillingRows, plans: Plans, now: number): PlanState {
  const { account, subscriptions } = rows;
  if (account.granted) return { kind: "granted", terms: account.granted };
  const [best] = liveSubscriptions(rows, plans, now);
  if (best) return best;
  const started = subscriptions.filter(
    (row) => row.status !== "incomplete" && row.status !== "incomplete_expired" && termsOf(row, plans) !== null,
  );
  const [last] = started
    .map((subscription) => ({ subscription, since: Math.min(endOf(subscription, plans), now) }))
    .sort((left, right) => right.since - left.since || (left.subscription.id < right.subscription.id ? -1 : 1));
  if (last) return { kind: "ended", ...last };
  const { trial } = account;
  const startedAt = account.startedAt.getTime();
  if (!trial) return { kind: "expired", since: null };
  const endsAt = startedAt + trial.days * day;
  if (endsAt <= now) return { kind: "expired", since: endsAt };
  return { kind: "trial", endsAt, terms: { name: "Trial", callsPerMonth: trial.calls, apps: trial.apps } };
}
