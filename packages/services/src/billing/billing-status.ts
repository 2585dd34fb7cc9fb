import type { BillingStatus } from "@clawlink/contract";
import { pausedApps, termsIn } from "./access.ts";
import { monthStart } from "./count-period.ts";
import { type BillingRows, liveSubscriptions, type PlanState, planState, type SubscriptionRow } from "./plan-state.ts";
import { type Plans, planOf } from "./plans.ts";
import { unsettled, whyOpen } from "./unsettled.ts";

/** From this share of a limit on, people are warned. */
const nearShare = 0.8;

/** How close `used` is to `limit`: from 80 % and from 100 % on it is worth a warning. */
export function callsWarning(used: number, limit: number | null): "near" | "reached" | null {
  if (limit === null) return null;
  if (used >= limit) return "reached";
  return used >= limit * nearShare ? "near" : null;
}

/** The plan a subscription changes to, and when. */
function changesTo({ pendingProductId, pendingAt }: SubscriptionRow, plans: Plans): BillingStatus["changesTo"] {
  const plan = pendingProductId ? planOf(plans, pendingProductId) : null;
  return plan && pendingAt ? { planId: plan.id, name: plan.name, at: pendingAt.toISOString() } : null;
}

/** When a plan that is paused, or will be, goes on by itself. */
function resumesAt(state: PlanState): Date | null {
  switch (state.kind) {
    case "active":
      return state.pausesAt === null ? null : state.subscription.resumesAt;
    case "ended":
      return whyOpen(state.subscription) === "paused" ? state.subscription.resumesAt : null;
    case "trial":
    case "expired":
    case "past_due":
    case "granted":
      return null;
  }
}

const time = (moment: number | null) => (moment === null ? null : new Date(moment).toISOString());

/** What a person is shown of their plan at `now`; `used` counts in the current period, `apps` are connected, the first first. */
export function billingStatus(
  rows: BillingRows,
  plans: Plans,
  { used, apps, now }: { used: number; apps: readonly string[]; now: number },
): BillingStatus {
  const state = planState(rows, plans, now);
  const terms = termsIn(state);
  const limit = terms?.callsPerMonth ?? null;
  const running = state.kind === "active" || state.kind === "past_due" ? state.subscription : null;
  const ended = state.kind === "ended" || state.kind === "expired" ? state.since : null;
  return {
    state: state.kind,
    plan: terms,
    planId: running && (planOf(plans, running.productId)?.id ?? null),
    // What is cancelled ends before it would change, and what pauses is paused before.
    changesTo: running && !running.cancelAtPeriodEnd && !running.pauseAtPeriodEnd ? changesTo(running, plans) : null,
    trialEndsAt: time(state.kind === "trial" ? state.endsAt : null),
    renewsAt: time(state.kind === "active" ? state.renewsAt : null),
    pausesAt: time(state.kind === "active" ? state.pausesAt : null),
    resumesAt: resumesAt(state)?.toISOString() ?? null,
    endsAt: time(state.kind === "active" ? state.endsAt : ended),
    graceEndsAt: time(state.kind === "past_due" ? state.graceEndsAt : null),
    calls: {
      used,
      limit,
      warning: callsWarning(used, limit),
      resetsAt: time(state.kind === "trial" || terms === null ? null : monthStart(now, 1)),
    },
    apps: { connected: [...apps], limit: terms?.apps ?? null, paused: [...pausedApps(state, apps)] },
    liveSubscriptions: liveSubscriptions(rows, plans, now).length,
    unsettled: unsettled(rows, plans, now),
    hasInvoices: rows.subscriptions.length > 0,
    checkoutIds: rows.subscriptions.flatMap(({ checkoutId }) => checkoutId ?? []),
  };
}
