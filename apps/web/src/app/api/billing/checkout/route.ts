import { browserRoutes } from "@clawlink/contract";
import { billingOf } from "#billing/billing-of.ts";
import { startCheckout } from "#billing/start-checkout.ts";
import { sessionRoute } from "#http/session-route.ts";

export const POST = sessionRoute(async (call) => {
  billingOf(call.environment);
  const { plan } = await call.body(browserRoutes.startCheckout.body);
  return startCheckout(call, plan);
});
