import type { BillingStatus } from "@clawlink/contract";
import { type BillingRows, isGivenBack, planState, type SubscriptionRow, termsOf } from "./plan-state.ts";
import type { Plans } from "./plans.ts";

type Why = BillingStatus["unsettled"];

/** Why a subscription that gives nothing may yet be charged. What is cancelled, or ended, is not charged any more. */
export function whyOpen(row: SubscriptionRow): Why {
  if (row.endedAt || row.cancelAtPeriodEnd) return null;
  switch (row.status) {
    case "past_due":
      return "unpaid";
    case "paused":
      return "paused";
    case "active":
    case "trialing":
      if (isGivenBack(row)) return "refunded";
      return row.pauseAtPeriodEnd ? "paused" : null;
    case "canceled":
    case "incomplete":
    case "incomplete_expired":
    case "unpaid":
      return null;
  }
}

/**
 * What has to be settled at Polar before another plan is bought, or null: Polar goes on trying an unpaid subscription for 21 days, resumes a
 * paused one and renews one that was given back, so another would be a second one.
 */
export function unsettled({ account, subscriptions }: BillingRows, plans: Plans, now: number): Why {
  const state = planState({ account, subscriptions }, plans, now);
  if (state.kind !== "ended") return null;
  const plansOnly = subscriptions.filter((row) => termsOf(row, plans) !== null);
  const [why = null] = plansOnly.flatMap((row) => whyOpen(row) ?? []);
  return why;
}
