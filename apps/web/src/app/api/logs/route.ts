import { browserRoutes, unwrap } from "@clawlink/contract";
import { listExecutions } from "@clawlink/services/usage/list-executions";
import { sessionRoute } from "#http/session-route.ts";

export const GET = sessionRoute(async ({ user, environment, database, query }) => {
  const wanted = query(browserRoutes.listLogs.query);
  unwrap(await environment.RPC.flushUsage(user.id));
  return await listExecutions(database, { userId: user.id }, wanted);
});
