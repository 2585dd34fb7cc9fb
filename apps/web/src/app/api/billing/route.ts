import { unwrap } from "@clawlink/contract";
import { billingOf } from "#billing/billing-of.ts";
import { billingPath } from "#billing/billing-path.ts";
import { planOffers } from "#billing/plan-offers.ts";
import { sessionRoute } from "#http/session-route.ts";

export const GET = sessionRoute(async ({ user, environment }) => {
  const { plans } = billingOf(environment);
  const billing = unwrap(await environment.RPC.billingStatus(user.id));
  return { billing, plans: planOffers(plans), upgradeUrl: environment.WEB_ORIGIN + billingPath };
});
