import { browserRoutes, unwrap } from "@clawlink/contract";
import { sessionRoute } from "#http/session-route.ts";

export const DELETE = sessionRoute(async ({ user, environment, params }) => {
  const { id } = await params(browserRoutes.revokeKey.params);
  unwrap(await environment.RPC.revokeKey(user.id, id));
  return { success: true };
});
