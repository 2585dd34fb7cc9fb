import { AppError } from "@clawlink/contract";
import type { Context, Hono } from "hono";
import { cors } from "hono/cors";
import { cellOf } from "../account/cell-of.ts";
import { openServer } from "../authorization/describe-authorization.ts";
import { oauthFailure } from "../authorization/oauth-failure.ts";
import { oneMethod } from "../authorization/one-method.ts";
import { responseOf } from "../authorization/plain-message.ts";
import { registrationAnswer, registrationRefusal } from "../authorization/registration-refusal.ts";
import { plainResource, resourceMetadata } from "../authorization/resources.ts";
import { type Deps, makeDeps } from "../deps.ts";
import { readEnvironment } from "../environment.ts";
import { limitStarts, limitTokenRequests } from "../limit-starts.ts";
import { readText } from "../read-request.ts";
import type { Env } from "../serve.ts";

/** The most an OAuth request may hold, in bytes. */
const bodyLimit = 32_000;
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
  const form = plainResource(await readText(request, bodyLimit));
  const body = oneMethod(form, request.headers.get("authorization"));
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

async function answerRegistration(context: Context<Env>): Promise<Response> {
  const request = context.req.raw;
  const deps = await depsOf(context);
  if (request.method !== "POST") return handOver(context, deps, null);
  await limitStarts(context.env, request);
  const body = await readText(request, bodyLimit);
  return registrationRefusal(body) ?? registrationAnswer(await handOver(context, deps, body));
}

async function answerMetadata(context: Context<Env>): Promise<Response> {
  const { WEB_ORIGIN, API_ORIGIN } = readEnvironment(context.env);
  const { origin, pathname } = new URL(context.req.url);
  // An issuer is described at its own origin alone (RFC 8414 section 3.3); the API's is none.
  if (origin === API_ORIGIN && origin !== WEB_ORIGIN) return context.redirect(WEB_ORIGIN + pathname);
  const response = await handOver(context, await depsOf(context), null);
  if (!response.ok || context.req.method !== "GET") return response;
  const metadata: Record<string, unknown> = await response.json();
  // The library leaves reading the documents to us, so it does not say that we do.
  return Response.json({ ...metadata, client_id_metadata_document_supported: true });
}

async function answerResource(context: Context<Env>): Promise<Response> {
  const metadata = resourceMetadata(readEnvironment(context.env), context.req.raw);
  if (!metadata) throw new AppError("not_found", "There is no such resource.");
  return Response.json(metadata);
}

/** A token is no ambient credential, so pages of browser clients may ask from anywhere. */
const anywhere = cors({ origin: "*", exposeHeaders: ["WWW-Authenticate", "Retry-After"] });

/** OAuth 2.1 for MCP clients: where to find it, registration, tokens and their revocation (docs/mcp.md). */
export function oauthRoutes(app: Hono<Env>): void {
  const endpoints: readonly [string, (context: Context<Env>) => Promise<Response>][] = [
    ["/.well-known/oauth-authorization-server", answerMetadata],
    ["/.well-known/oauth-protected-resource", answerResource],
    ["/.well-known/oauth-protected-resource/*", answerResource],
    ["/oauth/register", answerRegistration],
    ["/oauth/token", answerToken],
  ];
  for (const [path, answer] of endpoints) {
    app.all(path, anywhere, async (context) => {
      try {
        return await answer(context);
      } catch (error) {
        if (error instanceof AppError && path.startsWith("/oauth/")) return oauthFailure(error);
        throw error;
      }
    });
  }
}
