import { AppError, unwrap } from "@clawlink/contract";
import { limitAttempts } from "@clawlink/services/account/limit-attempts";
import { applyChange } from "@clawlink/services/billing/apply-change";
import type { BillingSettings } from "@clawlink/services/billing/billing-settings";
import { isUpgrade } from "@clawlink/services/billing/is-upgrade";
import { loadBilling } from "@clawlink/services/billing/load-billing";
import { planState } from "@clawlink/services/billing/plan-state";
import { planOf } from "@clawlink/services/billing/plans";
import { changedAt, PolarSubscription } from "@clawlink/services/billing/polar-subscription";
import { PolarClientError } from "@polar-sh/sdk";
import type { models } from "@polar-sh/sdk/2026-10";
import { updateSubscriptions } from "@polar-sh/sdk/2026-10/services/subscriptions";
import { cellOf } from "../account/cell-of.ts";
import type { Deps } from "../deps.ts";
import { reportError } from "../report-error.ts";
import { polarClient } from "./polar-client.ts";

const portal = { hint: "Look into the billing portal." };

function refusal(error: unknown): AppError {
  const status = error instanceof PolarClientError ? error.statusCode : null;
  if (status === 402)
    return new AppError("conflict", "The payment did not go through, so nothing was changed.", {
      hint: "Update your payment method in the billing portal, then try again.",
    });
  reportError(error);
  if (status === 403 || status === 409) return new AppError("conflict", "Your plan cannot be changed now.", portal);
  return new AppError("provider_unavailable", "The billing provider does not answer properly.", {
    hint: "Reload the page to see whether it has changed.",
  });
}

/** An upgrade is paid for the rest of the period at once, and counts when it is paid; anything else counts from the next period on (Polar, "Proration"). */
async function update(
  settings: BillingSettings,
  id: string,
  product_id: string,
  upgrade: boolean,
): Promise<models.Subscription> {
  const proration_behavior = upgrade ? "invoice" : "next_period";
  try {
    return await updateSubscriptions(polarClient(settings))(id, { product_id, proration_behavior });
  } catch (error) {
    throw refusal(error);
  }
}

/**
 * Changes the plan somebody pays for, at Polar first; what Polar answers is applied at once, so that nobody waits for a webhook. Throws
 * `bad_request` for a plan that is not sold, `conflict` when there is nothing to change or Polar does not change it, `too_many_requests`
 * after five in a quarter of an hour.
 */
export async function changePlan(
  { bindings, environment: { billing }, database }: Deps,
  userId: string,
  planId: string,
): Promise<void> {
  if (!billing) throw new AppError("not_found", "There are no plans here.");
  const { plans } = billing;
  const plan = plans.plans.find(({ id }) => id === planId);
  const product = plan?.productIds[0];
  if (!plan || !product) throw new AppError("bad_request", "There is no such plan.");
  const now = Date.now();
  const state = planState(await loadBilling(database, userId, plans, now), plans, now);
  if (state.kind !== "active" || state.renewsAt === null)
    throw new AppError("conflict", "There is no plan that goes on and could be changed.", portal);
  const { subscription: row, terms } = state;
  if (planOf(plans, row.productId)?.id === planId) throw new AppError("conflict", "You have this plan already.");
  await limitAttempts(database, userId, "change plan");
  const answer = PolarSubscription.parse(await update(billing, row.id, product, isUpgrade(terms, plan)));
  // It answers what was asked for after everything that is in the row.
  const at = new Date(Math.max(changedAt(answer).getTime(), row.eventAt.getTime() + 1));
  const change = { subscription: answer, at, eventId: "", type: "changed", refundedOrderAt: null };
  await applyChange(database, change, plans, now);
  unwrap(await cellOf(bindings, userId).planChanged());
}
