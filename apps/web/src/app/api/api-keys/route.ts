import { browserRoutes, firstPolicy, unwrap } from "@clawlink/contract";
import { listKeys } from "@clawlink/services/key/list-keys";
import { readSettings } from "@clawlink/services/settings/read-settings";
import { sessionRoute } from "#http/session-route.ts";

export const GET = sessionRoute(async ({ user, database }) => ({ apiKeys: await listKeys(database, user.id) }));

export const POST = sessionRoute(async ({ user, environment, database, body }) => {
  const { name, policy } = await body(browserRoutes.createKey.body);
  return unwrap(await environment.RPC.createKey(user.id, name, policy ?? firstPolicy(await readSettings(database))));
});
