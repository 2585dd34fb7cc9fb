import type { OAuth2 } from "@clawlink/provider-kit";
import { basicCredentials, clientRequest } from "./client-request.ts";
import { parseAnswer } from "./parse-answer.ts";
import { send } from "./send.ts";
import type { Http, OAuthClient, TokenSet } from "./types.ts";

/** What became of a revocation; `unsupported` means the provider has no endpoint for it. */
export type Revoked = "revoked" | "failed" | "unsupported";

/** Gives a grant back at the provider (RFC 7009, or the provider's own way); it never throws. */
export async function revokeToken(auth: OAuth2, client: OAuthClient, tokens: TokenSet, http: Http): Promise<Revoked> {
  const { revocation } = auth;
  if (!revocation) return "unsupported";
  switch (revocation.style) {
    case "rfc7009": {
      const outcome = await attempt(
        tokenForm(auth, client, revocation.url, tokens.refreshToken ? "refresh" : "access", tokens),
        http,
      );
      // A server need not take the access token along with the refresh token (RFC 7009 section 2.1), and may not know it any more.
      if (outcome === "revoked" && tokens.refreshToken) {
        await attempt(tokenForm(auth, client, revocation.url, "access", tokens), http);
      }
      return outcome;
    }
    case "bearer":
      return attempt(
        new Request(revocation.url, {
          method: revocation.method,
          headers: { ...plainHeaders, authorization: `Bearer ${tokens.accessToken.open()}` },
          redirect: "manual",
        }),
        http,
      );
    case "client_basic_json":
      return attempt(
        new Request(revocation.url.replaceAll("{client_id}", encodeURIComponent(client.clientId)), {
          method: "DELETE",
          headers: { ...plainHeaders, "content-type": "application/json", authorization: basicCredentials(client) },
          body: JSON.stringify({ access_token: tokens.accessToken.open() }),
          redirect: "manual",
        }),
        http,
      );
  }
}

const plainHeaders = { accept: "application/json", "user-agent": "ClawLink" };

function tokenForm(
  auth: OAuth2,
  client: OAuthClient,
  url: string,
  kind: "refresh" | "access",
  tokens: TokenSet,
): Request {
  const token = kind === "refresh" && tokens.refreshToken ? tokens.refreshToken : tokens.accessToken;
  return clientRequest(auth, client, url, { token: token.open(), token_type_hint: `${kind}_token` });
}

async function attempt(request: Request, http: Http): Promise<"revoked" | "failed"> {
  const answer = await send(request, http);
  if (!answer.ok || answer.status < 200 || answer.status > 299) return "failed";
  const fields = parseAnswer(answer.contentType, answer.text);
  if (fields?.ok !== false) return "revoked";
  // Slack says no at status 200, and a token it no longer knows needs no revoking.
  return fields.error === "token_revoked" || fields.error === "invalid_auth" ? "revoked" : "failed";
}
