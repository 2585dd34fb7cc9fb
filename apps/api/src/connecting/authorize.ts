import { AppError } from "@clawlink/contract";
import { authorizeUrl, newAuthorization } from "@clawlink/oauth";
import { bindSession } from "@clawlink/services/connect-session/bind-session";
import { findOpenSession } from "@clawlink/services/connect-session/find-session";
import { catalog } from "../catalog.ts";
import type { Deps } from "../deps.ts";
import { loadOAuthClient, reachableAuth, redirectUri } from "../oauth-client.ts";

/** Where to send the browser to grant access (RFC 6749 section 4.1.1), with `state` bound to this browser and PKCE where supported. */
export async function authorize(
  deps: Deps,
  userId: string,
  token: string,
  browser: string,
): Promise<{ authorizeUrl: string }> {
  const session = await findOpenSession(deps.database, userId, token);
  const { auth } = await catalog.provider(session.integration);
  if (auth.kind !== "oauth2") throw new AppError("conflict", "This app is connected by a form, not by signing in.");
  const client = await loadOAuthClient(deps.environment, deps.database, deps.vault, auth.client);
  const { state, verifier } = newAuthorization();
  const sealed = await deps.vault.sealer.seal(verifier, {
    purpose: "connect-session",
    owner: userId,
    subject: session.id,
    version: 1,
  });
  await bindSession(deps.database, session.id, state, browser, sealed);
  const url = await authorizeUrl(reachableAuth(deps.environment, auth), client, {
    redirectUri: redirectUri(deps.environment, session.integration),
    state,
    verifier,
  });
  return { authorizeUrl: url.href };
}
