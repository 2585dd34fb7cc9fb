import { agentRoutes } from "./agent-routes.ts";
import { browserRoutes } from "./browser-routes.ts";
import type { Route } from "./route.ts";

/** THE route table: every endpoint of both workers, from which validation, forwarding, tests and OpenAPI follow. */
export const routes = { ...agentRoutes, ...browserRoutes };

/** Every route in order, typed alike. */
export const routeList: readonly Route[] = Object.values(routes);

/** Whether `pathname` matches a path with `:name` parameters. */
function matchesPath(path: string, pathname: string): boolean {
  const wanted = path.split("/");
  const given = pathname.split("/");
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => (part.startsWith(":") ? given[index] !== "" : part === given[index]))
  );
}

/** What MCP clients ask beside MCP itself: OAuth, and where to find it (RFC 8414, RFC 9728). */
const oauthPaths = /^\/(oauth\/(token|register)|\.well-known\/oauth-(authorization-server|protected-resource)(\/.*)?)$/;

/** Whether the web worker hands this request to `clawlink`: an agent endpoint of any method, MCP with its OAuth, or nothing else. */
export function belongsToApi(method: string, pathname: string): boolean {
  if (pathname === "/api/mcp" || pathname.startsWith("/api/mcp/")) return true;
  if (oauthPaths.test(pathname)) return true;
  const found = routeList.filter((route) => matchesPath(route.path, pathname));
  const exact = found.find((route) => route.method === method);
  return exact ? exact.worker === "clawlink" : found.some((route) => route.worker === "clawlink");
}
