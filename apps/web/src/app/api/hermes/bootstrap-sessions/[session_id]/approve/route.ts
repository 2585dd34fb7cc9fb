import { browserRoutes, unwrap } from "@clawlink/contract";
import { sessionRoute } from "#http/session-route.ts";

export const POST = sessionRoute(async ({ user, environment, params, body }) => {
  const { session_id } = await params(browserRoutes.decideHermes.params);
  const { action } = await body(browserRoutes.decideHermes.body);
  return { session_id, status: unwrap(await environment.RPC.decideHermes(user.id, session_id, action)) };
});
