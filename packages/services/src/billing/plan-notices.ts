import type { Notice } from "./notices.ts";
import {
  type BillingRows,
  isGivenBack,
  liveSubscriptions,
  type PlanState,
  planState,
  type SubscriptionRow,
} from "./plan-state.ts";
import type { Plans } from "./plans.ts";
import { whyOpen } from "./unsettled.ts";

const day = 86_400_000;
/** A trial is counted down from here on, in milliseconds before its end. */
export const trialSoonMs = 2 * day;
/** What is older is not written any more: nobody reads of last month because mail was turned on today. */
export const noticeLivesMs = 3 * day;

/** Whether something that happened at `moment`, or was heard of since, is news at `now`. */
function isNews(moment: number, row: SubscriptionRow | null, now: number): boolean {
  return Math.max(moment, row?.eventAt.getTime() ?? 0) > now - noticeLivesMs;
}

const periodOf = ({ id, periodStart }: SubscriptionRow) => `${id}/${periodStart.getTime()}`;

function ofState(state: PlanState, trialStartedAt: number, now: number): Notice | null {
  switch (state.kind) {
    case "trial": {
      const { endsAt } = state;
      const due = endsAt - now <= trialSoonMs && endsAt - trialStartedAt > trialSoonMs;
      return due ? { kind: "trial_ending", occasion: String(endsAt), at: endsAt } : null;
    }
    case "expired":
      return state.since !== null && isNews(state.since, null, now)
        ? { kind: "trial_ended", occasion: String(state.since), at: state.since }
        : null;
    case "active": {
      const { endsAt, subscription, terms } = state;
      if (endsAt === null || !isNews(0, subscription, now)) return null;
      return { kind: "cancelled", occasion: `${subscription.id}/${endsAt}`, plan: terms.name, until: endsAt };
    }
    case "past_due": {
      const { subscription, terms, graceEndsAt } = state;
      const occasion = `${subscription.id}/${graceEndsAt}`;
      return { kind: "payment_failed", occasion, plan: terms.name, until: graceEndsAt };
    }
    case "ended": {
      const { subscription, since } = state;
      if (!isNews(since, subscription, now)) return null;
      const { refundedOrderAt, terms, periodEnd } = subscription;
      const facts = { occasion: periodOf(subscription), plan: terms?.name ?? "Your plan" };
      const why = whyOpen(subscription);
      return refundedOrderAt && isGivenBack(subscription)
        ? {
            kind: "refunded",
            ...facts,
            at: refundedOrderAt.getTime(),
            renewsAt: why === "refunded" ? periodEnd.getTime() : null,
          }
        : {
            kind: "ended",
            ...facts,
            at: since,
            why: why === "refunded" ? null : why,
            resumesAt: why === "paused" ? (subscription.resumesAt?.getTime() ?? null) : null,
          };
    }
    case "granted":
      return null;
  }
}

/** What a person is to be written about their plan at `now`, from their rows alone: whoever looks, and however often, finds the same. */
export function planNotices(rows: BillingRows, plans: Plans, now: number): Notice[] {
  const notice = ofState(planState(rows, plans, now), rows.account.startedAt.getTime(), now);
  const live = liveSubscriptions(rows, plans, now);
  if (live.length < 2 || !live.some(({ subscription }) => isNews(subscription.startedAt.getTime(), null, now)))
    return notice ? [notice] : [];
  const ids = live.map(({ subscription }) => subscription.id).slice(0, 2);
  const twice: Notice = {
    kind: "two_plans",
    occasion: ids.sort().join("+"),
    plans: live.map(({ terms }) => terms.name),
  };
  return notice ? [notice, twice] : [twice];
}
