import { AppError } from "@clawlink/contract";
import type { Context, Hono } from "hono";
import { cellOf } from "../account/cell-of.ts";
import { openServer } from "../authorization/describe-authorization.ts";
import { responseOf } from "../authorization/plain-message.ts";
import { resourceMetadata } from "../authorization/resources.ts";
import { type Deps, makeDeps } from "../deps.ts";
import { readEnvironment } from "../environment.ts";
import { limitStarts, limitTokenRequests } from "../limit-starts.ts";
import { readText } from "../read-request.ts";
import type { Env } from "../serve.ts";

/** The most an OAuth request may hold, in bytes. */
const bodyLimit = 64_000;
/** What of a request's headers the OAuth server reads. */
const headersRead = ["authorization", "content-type", "origin"];

const depsOf = (context: Context<Env>) => makeDeps(context.env, (work) => context.executionCtx.waitUntil(work));

/** Hands a request to the library, on the issuer's origin whichever of ours it came to. */
async function handOver(context: Context<Env>, deps: Deps, body: string | null): Promise<Response> {
  const { fetch: answer } = openServer(deps, body === null ? [] : new URLSearchParams(body).getAll("resource"));
  const { method, headers } = context.req.raw;
  const address = deps.environment.WEB_ORIGIN + new URL(context.req.url).pathname;
  return answer(new Request(address, { method, headers, body }));
}

/** The account that a code or token names: account:grant:secret. */
function accountNamedBy(body: string): string | null {
  const form = new URLSearchParams(body);
  const named = form.get("refresh_token") ?? form.get("code") ?? form.get("token") ?? "";
  return /^([0-9A-Za-z]{20}):[\w-]{16}:[\w-]{32}$/.exec(named)?.[1] ?? null;
}

async function answerToken(context: Context<Env>): Promise<Response> {
  const request = context.req.raw;
  const deps = await depsOf(context);
  if (request.method !== "POST") return handOver(context, deps, null);
  await limitTokenRequests(context.env, request);
  const body = await readText(request, bodyLimit);
  const account = accountNamedBy(body);
  const isForm = request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded");
  if (account === null || !isForm) return handOver(context, deps, body);
  const headers = headersRead.flatMap((name) => {
    const value = request.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const answered = await cellOf(context.env, account).answerTokenRequest({ headers, body });
  if (answered.ok) return responseOf(answered.value);
  if (answered.fault.code === "not_found") return handOver(context, deps, body);
  throw new AppError(answered.fault.code, answered.fault.message, answered.fault.facts);
}

/** OAuth 2.1 for MCP clients: where to find it, registration, tokens and their revocation (docs/mcp.md). */
export function oauthRoutes(app: Hono<Env>): void {
  app.all("/.well-known/oauth-authorization-server", async (context) => {
    const { WEB_ORIGIN, API_ORIGIN } = readEnvironment(context.env);
    const { origin, pathname } = new URL(context.req.url);
    // An issuer is described at its own origin alone (RFC 8414 section 3.3); the API's is none.
    if (origin === API_ORIGIN && origin !== WEB_ORIGIN) {
      context.header("access-control-allow-origin", "*");
      return context.redirect(WEB_ORIGIN + pathname);
    }
    const response = await handOver(context, await depsOf(context), null);
    if (!response.ok || context.req.method !== "GET") return response;
    const metadata: Record<string, unknown> = await response.json();
    // The library leaves reading the documents to us, so it does not say that we do.
    return Response.json(
      { ...metadata, client_id_metadata_document_supported: true },
      { headers: { "access-control-allow-origin": "*" } },
    );
  });
  for (const path of ["/.well-known/oauth-protected-resource", "/.well-known/oauth-protected-resource/*"]) {
    app.get(path, (context) => {
      const metadata = resourceMetadata(readEnvironment(context.env), context.req.raw);
      if (!metadata) throw new AppError("not_found", "There is no such resource.");
      return Response.json(metadata, { headers: { "access-control-allow-origin": "*" } });
    });
  }
  app.all("/oauth/register", async (context) => {
    const request = context.req.raw;
    if (request.method !== "POST") return handOver(context, await depsOf(context), null);
    await limitStarts(context.env, request);
    return handOver(context, await depsOf(context), await readText(request, bodyLimit));
  });
  app.all("/oauth/token", answerToken);
}
