import type { OAuth2 } from "@clawlink/provider-kit";
import type { OAuthClient } from "./types.ts";

/** A form POST that authenticates the client the way the provider asks for (RFC 6749 section 2.3.1). */
export function clientRequest(auth: OAuth2, client: OAuthClient, url: string, form: Record<string, string>): Request {
  const body = new URLSearchParams(form);
  const headers = new Headers({
    accept: "application/json",
    "content-type": "application/x-www-form-urlencoded",
    "user-agent": "ClawLink",
  });
  if (auth.clientAuthentication === "basic") {
    headers.set("authorization", basicCredentials(client));
  } else {
    body.set("client_id", client.clientId);
    body.set("client_secret", client.clientSecret.open());
  }
  return new Request(url, { method: "POST", headers, body: body.toString(), redirect: "manual" });
}

/** `Basic` with both parts form-encoded first, as RFC 6749 section 2.3.1 says. */
export function basicCredentials(client: OAuthClient): string {
  const formEncode = (text: string) => new URLSearchParams([["", text]]).toString().slice(1);
  return `Basic ${btoa(`${formEncode(client.clientId)}:${formEncode(client.clientSecret.open())}`)}`;
}
