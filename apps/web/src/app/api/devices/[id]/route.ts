import { browserRoutes, unwrap } from "@clawlink/contract";
import { sessionRoute } from "#http/session-route.ts";

export { DELETE } from "../../api-keys/[id]/route.ts";

export const PATCH = sessionRoute(async ({ user, environment, params, body }) => {
  const { id } = await params(browserRoutes.changeDevice.params);
  const change = await body(browserRoutes.changeDevice.body);
  return { device: unwrap(await environment.RPC.changeKey(user.id, id, change)) };
});
