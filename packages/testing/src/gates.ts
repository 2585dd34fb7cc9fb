import { z } from "zod";
import { withClientIds } from "./client-ids.ts";
import type { OAuthClient } from "./emulator-secrets.ts";
import type { Serve, TokenMap } from "./strict-emulator.ts";

const credential = (request: Request) => (request.headers.get("authorization") ?? "").replace(/^Bearer\s+/i, "");

/** Stripe answers without any key: its API takes this one alone; checkout pages stay open to browsers. */
export function stripeGate(key: string): (serve: Serve) => Serve {
  const basic = `Basic ${btoa(`${key}:`)}`;
  const error = { type: "invalid_request_error", message: "Invalid API Key provided." };
  return (serve) => (request) => {
    if (!new URL(request.url).pathname.startsWith("/v1/")) return serve(request);
    return [key, basic].includes(credential(request)) ? serve(request) : Response.json({ error }, { status: 401 });
  };
}

/** Resend answers without any key; its inbox page stays open to browsers. */
export function resendGate(key: string): (serve: Serve) => Serve {
  const error = { statusCode: 401, name: "validation_error", message: "API key is invalid" };
  return (serve) => (request) => {
    if (/^\/(inbox|_emulate)\b/.test(new URL(request.url).pathname)) return serve(request);
    return credential(request) === key ? serve(request) : Response.json(error, { status: 401 });
  };
}

/** Linear takes a request without a known token for its first admin's, and lets no client name what it makes. */
export function linearGate(plain: Serve, tokens: TokenMap): Serve {
  const serve = withClientIds(plain);
  const extensions = { type: "authentication error", code: "AUTHENTICATION_ERROR", userError: true };
  const errors = [{ message: "Authentication required, not authenticated", extensions }];
  return (request) => {
    if (new URL(request.url).pathname !== "/graphql" || tokens.has(credential(request))) return serve(request);
    return Response.json({ errors }, { status: 401 });
  };
}

/** The emulated Slack keeps tokens beside the map and has no auth.revoke; here only those on the map live. */
export function slackGate(serve: Serve, tokens: TokenMap): Serve {
  return (request) => {
    const { pathname } = new URL(request.url);
    const token = credential(request);
    if (!pathname.startsWith("/api/") || pathname === "/api/oauth.v2.access") return serve(request);
    if (!tokens.has(token)) return Response.json({ ok: false, error: token ? "invalid_auth" : "not_authed" });
    if (pathname !== "/api/auth.revoke") return serve(request);
    return Response.json({ ok: true, revoked: tokens.delete(token) });
  };
}

const Revoked = z.object({ access_token: z.string() });

/** The emulated GitHub has no way to give a token back; here DELETE /applications/{client_id}/token forgets it, for its client alone. */
export function githubGate({ clientId, clientSecret }: OAuthClient): (serve: Serve, tokens: TokenMap) => Serve {
  const basic = `Basic ${btoa(`${clientId}:${clientSecret}`)}`;
  return (serve, tokens) => async (request) => {
    const given = request.method === "DELETE" && new URL(request.url).pathname === `/applications/${clientId}/token`;
    if (!given) return serve(request);
    if (request.headers.get("authorization") !== basic)
      return Response.json({ message: "Bad credentials" }, { status: 401 });
    const { success, data } = Revoked.safeParse(await request.json().catch(() => null));
    const known = success && tokens.delete(data.access_token);
    return known ? new Response(null, { status: 204 }) : Response.json({ message: "Not Found" }, { status: 404 });
  };
}

/** Twilio's Verify and Messaging have hosts of their own; the emulator has them under `/verify` and `/messaging`. */
export function twilioGate(serve: Serve): Serve {
  return (request) => {
    const url = new URL(request.url);
    const product = { v1: "messaging", v2: "verify" }[/^\/(v[12])\/Services\b/.exec(url.pathname)?.[1] ?? ""];
    if (!product) return serve(request);
    url.pathname = `/${product}${url.pathname}`;
    return serve(new Request(url, request));
  };
}
