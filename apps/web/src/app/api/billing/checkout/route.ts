import { browserRoutes } from "@clawlink/contract";
import { startCheckout } from "#billing/start-checkout.ts";
import { sessionRoute } from "#http/session-route.ts";

export const POST = sessionRoute(async (call) =>
  startCheckout(call, (await call.body(browserRoutes.startCheckout.body)).plan),
);
