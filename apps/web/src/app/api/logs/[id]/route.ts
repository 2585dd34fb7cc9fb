import { AppError, browserRoutes, unwrap } from "@clawlink/contract";
import { getExecution } from "@clawlink/services/usage/get-execution";
import { sessionRoute } from "#http/session-route.ts";

export const GET = sessionRoute(async ({ user, environment, database, params }) => {
  const { id } = await params(browserRoutes.getLog.params);
  unwrap(await environment.RPC.flushUsage(user.id));
  const found = await getExecution(database, { userId: user.id }, id);
  if (!found) throw new AppError("not_found", "There is no such call.");
  return found;
});
