import type { OAuth2 } from "@clawlink/provider-kit";
import { CodeChallengeMethod, OAuth2Client } from "arctic";
import type { OAuthClient } from "./types.ts";

/** What one authorization is begun with. */
export interface Authorization {
  readonly redirectUri: string;
  readonly state: string;
  readonly verifier: string;
}

/** Where to send the browser (RFC 6749 section 4.1.1), with an S256 challenge where the provider takes one. */
export function authorizeUrl(
  auth: OAuth2,
  client: Pick<OAuthClient, "clientId">,
  { redirectUri, state, verifier }: Authorization,
): URL {
  const protocol = new OAuth2Client(client.clientId, null, redirectUri);
  const scopes = Object.keys(auth.scopes);
  const url = auth.pkce
    ? protocol.createAuthorizationURLWithPKCE(auth.authorizeUrl, state, CodeChallengeMethod.S256, verifier, scopes)
    : protocol.createAuthorizationURL(auth.authorizeUrl, state, scopes);
  if (scopes.length > 0) url.searchParams.set("scope", scopes.join(auth.scopeSeparator));
  for (const [name, value] of Object.entries(auth.authorizeParameters ?? {})) url.searchParams.set(name, value);
  return url;
}
