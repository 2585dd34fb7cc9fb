import { AppError } from "@clawlink/contract";
import { createAppServer, createServer, type Host } from "@clawlink/mcp";
import {
  createMcpHandler,
  localhostAllowedHostnames,
  validateHostHeader,
  validateOriginHeader,
} from "@modelcontextprotocol/server";
import type { Context, Hono } from "hono";
import { cellOf } from "../account/cell-of.ts";
import { type Environment, readEnvironment } from "../environment.ts";
import { agentKey, type Env } from "../serve.ts";

/** The canonical endpoints of this worker, called with the request's own key: one door, one set of rules. */
function endpoints(app: Hono<Env>, context: Context<Env>): Host {
  const credential = new Headers({ "content-type": "application/json" });
  for (const name of ["x-clawlink-api-key", "authorization", "cf-connecting-ip"]) {
    const value = context.req.header(name);
    if (value !== undefined) credential.set(name, value);
  }
  return {
    async call({ method, path, body }, signal) {
      const request = new Request(new URL(path, context.req.url), {
        method,
        headers: credential,
        ...(body ? { body: JSON.stringify(body) } : {}),
        ...(signal ? { signal } : {}),
      });
      const answered = app.fetch(request, context.env, context.executionCtx);
      // A client that leaves ends its call; what became of a write is still found out and recorded.
      context.executionCtx.waitUntil(Promise.resolve(answered).catch(() => undefined));
      const response = await answered;
      return { status: response.status, body: await response.json() };
    },
  };
}

/** Refuses a page from elsewhere, and one that reaches this server under a name of its own (DNS rebinding). Throws `forbidden`. */
function refuseForeign(environment: Environment, request: Request): void {
  const ours = [environment.WEB_ORIGIN, environment.API_ORIGIN].map((origin) => new URL(origin).hostname);
  const local = environment.ENVIRONMENT === "development" ? localhostAllowedHostnames() : [];
  const allowed = [...ours, ...local];
  const host = request.headers.get("host") ?? new URL(request.url).host;
  if (!validateHostHeader(host, allowed).ok)
    throw new AppError("forbidden", "This server is not known by that name.", {
      hint: `Use ${environment.WEB_ORIGIN}.`,
    });
  if (!validateOriginHeader(request.headers.get("origin"), allowed).ok)
    throw new AppError("forbidden", "Pages of other sites may not call this server.");
}

/** MCP over Streamable HTTP, stateless, with the keys of every other endpoint (CONTRACT.md section 8). */
export function mcpRoutes(app: Hono<Env>): void {
  const serveMcp = async (context: Context<Env>, slug: string | undefined): Promise<Response> => {
    const request = context.req.raw;
    refuseForeign(readEnvironment(context.env), request);
    const key = await agentKey(request);
    if (!(await cellOf(context.env, key.accountId).identify(key.keyHash)))
      throw new AppError("unauthorized", "Unauthorized");
    const host = endpoints(app, context);
    const names = context.req.query("names") === "underscore" ? "underscore" : "dot";
    const server = slug === undefined ? () => createServer(host, { names }) : await appServer(host, slug);
    return createMcpHandler(server, { maxSubscriptions: 0 }).fetch(request);
  };
  app.all("/api/mcp", (context) => serveMcp(context, undefined));
  app.all("/api/mcp/:integration", (context) => serveMcp(context, context.req.param("integration")));
}

/** A factory of the app's server. Throws `not_found` for an app that does not exist. */
async function appServer(host: Host, slug: string) {
  const server = await createAppServer(host, slug);
  if (!server) throw new AppError("not_found", "There is no such app.");
  return () => server;
}
