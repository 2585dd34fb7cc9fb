import { AppError } from "@clawlink/contract";
import { createAppServer, createServer, type Host, namesCalled } from "@clawlink/mcp";
import {
  localhostAllowedHostnames,
  type McpServer,
  validateHostHeader,
  validateOriginHeader,
} from "@modelcontextprotocol/server";
import type { Context, Hono } from "hono";
import { cors } from "hono/cors";
import { cellOf } from "../account/cell-of.ts";
import { asksUnderscores, mcpResources, resourceOfRequest } from "../authorization/resources.ts";
import { calledFrom } from "../called-from.ts";
import { type Environment, readEnvironment } from "../environment.ts";
import { errorResponse } from "../error-response.ts";
import { answerMcp, type ClientMeans, type MakeServer } from "../mcp/answer-mcp.ts";
import { type AgentKey, agentKey, type Env, vouchFor } from "../serve.ts";

/** The canonical endpoints of this worker, called with the key that was checked: one door, one set of rules. */
function endpoints(app: Hono<Env>, context: Context<Env>, key: AgentKey): Host {
  return {
    async call({ method, path, body }, signal) {
      const request = new Request(new URL(path, context.req.url), {
        method,
        headers: { "content-type": "application/json" },
        ...(body ? { body: JSON.stringify(body) } : {}),
        ...(signal ? { signal } : {}),
      });
      const answered = app.fetch(vouchFor(request, key), context.env, context.executionCtx);
      // A client that leaves ends its call; what became of a write is still found out and recorded.
      context.executionCtx.waitUntil(Promise.resolve(answered).catch(() => undefined));
      const response = await answered;
      return { status: response.status, body: await response.json() };
    },
  };
}

const accessToken = /^Bearer\s+([0-9A-Za-z]{20}):[\w-]{16}:[\w-]{32}$/i;

/** The live key of a request: its own, or the one its access token for this resource stands for. Throws `unauthorized`. */
async function callerKey({ env }: Context<Env>, environment: Environment, request: Request): Promise<AgentKey> {
  const authorization = request.headers.get("authorization") ?? "";
  const accountId = request.headers.has("x-clawlink-api-key") ? undefined : accessToken.exec(authorization)?.[1];
  if (accountId !== undefined) {
    // A token for all of MCP is good for one app as well; the reverse is not so.
    const slug = /^\/api\/mcp\/(.+)$/.exec(new URL(request.url).pathname)?.[1];
    const resources = [...mcpResources(environment), ...(slug ? mcpResources(environment, slug) : [])];
    const token = authorization.replace(/^\S+\s+/, "");
    const keyHash = await cellOf(env, accountId).keyOfToken(token, resources);
    if (keyHash) return { accountId, keyHash, from: calledFrom(request) };
    throw new AppError("unauthorized", "Unauthorized");
  }
  const key = await agentKey(request);
  if (await cellOf(env, key.accountId).identify(key.keyHash, key.from)) return key;
  throw new AppError("unauthorized", "Unauthorized");
}

/** The refusal that tells an MCP client where to sign in (RFC 9728 section 5.1). */
function challenge(environment: Environment, request: Request, error: AppError): Response {
  const { metadata } = resourceOfRequest(environment, request);
  const why = request.headers.has("authorization") ? ', error="invalid_token"' : "";
  const response = errorResponse(error);
  response.headers.set("www-authenticate", `Bearer realm="clawlink", resource_metadata="${metadata}"${why}`);
  return response;
}

/**
 * Refuses a page from elsewhere, and one that reaches this server under a name of its own (DNS rebinding). Pages of the person's own machine,
 * as the inspector's, may call: they need a key like everybody. Throws `forbidden`.
 */
function refuseForeign(environment: Environment, request: Request): void {
  const ours = [environment.WEB_ORIGIN, environment.API_ORIGIN].map((origin) => new URL(origin).hostname);
  const allowed = [...ours, ...localhostAllowedHostnames()];
  const host = request.headers.get("host") ?? new URL(request.url).host;
  if (!validateHostHeader(host, environment.ENVIRONMENT === "development" ? allowed : ours).ok)
    throw new AppError("forbidden", "This server is not known by that name.", {
      hint: `Use ${environment.WEB_ORIGIN}.`,
    });
  if (!validateOriginHeader(request.headers.get("origin"), allowed).ok)
    throw new AppError("forbidden", "Pages of other sites may not call this server.");
}

/** What a browser lets a page see that `refuseForeign` has let through; a preflight comes without a key. */
const pages = cors({
  origin: (origin) => origin,
  exposeHeaders: ["WWW-Authenticate", "Mcp-Session-Id", "Retry-After"],
  maxAge: 600,
});

/** MCP over Streamable HTTP, with the keys of every other endpoint (CONTRACT.md section 8). */
export function mcpRoutes(app: Hono<Env>): void {
  const serveMcp = async (context: Context<Env>, slug: string | undefined): Promise<Response> => {
    const request = context.req.raw;
    const environment = readEnvironment(context.env);
    const key = await callerKey(context, environment, request).catch((error: unknown) => {
      if (error instanceof AppError && error.code === "unauthorized") return challenge(environment, request, error);
      throw error;
    });
    if (key instanceof Response) return key;
    const host = endpoints(app, context, key);
    const listed = asksUnderscores(new URL(request.url)) ? "underscore" : "dot";
    const later = (work: Promise<unknown>) => context.executionCtx.waitUntil(work);
    const makeServer: MakeServer = async (client, message) =>
      slug === undefined
        ? createServer(host, { names: namesCalled(message) ?? listed, ...client })
        : appServer(host, slug, client);
    const { accountId, keyHash } = key;
    return answerMcp(request, makeServer, { cell: cellOf(context.env, accountId), keyHash, later });
  };
  for (const path of ["/api/mcp", "/api/mcp/:integration"])
    app.use(path, async (context, next) => {
      refuseForeign(readEnvironment(context.env), context.req.raw);
      return context.req.header("origin") ? pages(context, next) : next();
    });
  app.all("/api/mcp", (context) => serveMcp(context, undefined));
  app.all("/api/mcp/:integration", (context) => serveMcp(context, context.req.param("integration")));
}

/** One app's server. Throws `not_found` for an app that does not exist. */
async function appServer(host: Host, slug: string, client: ClientMeans): Promise<McpServer> {
  const server = await createAppServer(host, slug, client);
  if (!server) throw new AppError("not_found", "There is no such app.");
  return server;
}
