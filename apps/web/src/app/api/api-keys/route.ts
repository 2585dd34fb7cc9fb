import { browserRoutes, openPolicy, unwrap } from "@clawlink/contract";
import { listKeys } from "@clawlink/services/key/list-keys";
import { sessionRoute } from "#http/session-route.ts";

export const GET = sessionRoute(async ({ user, database }) => ({ apiKeys: await listKeys(database, user.id) }));

export const POST = sessionRoute(async ({ user, environment, body }) => {
  const { name, policy = openPolicy } = await body(browserRoutes.createKey.body);
  return unwrap(await environment.RPC.createKey(user.id, name, policy));
});
