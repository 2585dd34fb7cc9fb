import { browserRoutes, unwrap } from "@clawlink/contract";
import { sessionRoute } from "#http/session-route.ts";

export const POST = sessionRoute(async ({ user, environment, params }) => {
  const { token } = await params(browserRoutes.approvePairing.params);
  return { session: unwrap(await environment.RPC.approvePairing(user.id, token)) };
});
