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

/** Linear takes a request without a known token for its first admin's. */
export function linearGate(serve: Serve, tokens: TokenMap): Serve {
  const extensions = { type: "authentication error", code: "AUTHENTICATION_ERROR", userError: true };
  const errors = [{ message: "Authentication required, not authenticated", extensions }];
  return (request) => {
    if (new URL(request.url).pathname !== "/graphql" || tokens.has(credential(request))) return serve(request);
    return Response.json({ errors }, { status: 401 });
  };
}
