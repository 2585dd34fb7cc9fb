import type { Secret } from "@clawlink/contract";
import type { OAuth2 } from "@clawlink/provider-kit";
import { clientRequest } from "./client-request.ts";
import { readTokenAnswer } from "./read-token-answer.ts";
import { send } from "./send.ts";
import type { Http, OAuthClient, TokenResult } from "./types.ts";

/** Fresh tokens for a refresh token (RFC 6749 section 6); the old refresh token stays where no new one comes. It never throws. */
export async function refreshTokens(
  auth: OAuth2,
  client: OAuthClient,
  refreshToken: Secret,
  http: Http,
): Promise<TokenResult> {
  const form = { grant_type: "refresh_token", refresh_token: refreshToken.open() };
  const sentAt = http.now();
  const result = readTokenAnswer(auth, await send(clientRequest(auth, client, auth.tokenUrl, form), http), sentAt);
  if (!result.ok || result.tokens.refreshToken) return result;
  return { ok: true, tokens: { ...result.tokens, refreshToken } };
}
