import type { OAuth2 } from "@clawlink/provider-kit";
import { clientRequest } from "./client-request.ts";
import { readTokenAnswer } from "./read-token-answer.ts";
import { send } from "./send.ts";
import type { Http, OAuthClient, TokenResult } from "./types.ts";

/** What the browser came back with, and what the authorization was begun with. */
export interface CodeExchange {
  readonly code: string;
  readonly redirectUri: string;
  readonly verifier: string;
}

/** Tokens for an authorization code (RFC 6749 section 4.1.3, RFC 7636 section 4.5); it never throws. */
export async function exchangeCode(
  auth: OAuth2,
  client: OAuthClient,
  { code, redirectUri, verifier }: CodeExchange,
  http: Http,
): Promise<TokenResult> {
  const form = { grant_type: "authorization_code", code, redirect_uri: redirectUri };
  const proof = auth.pkce ? { ...form, code_verifier: verifier } : form;
  const sentAt = http.now();
  return readTokenAnswer(auth, await send(clientRequest(auth, client, auth.tokenUrl, proof), http), sentAt);
}
