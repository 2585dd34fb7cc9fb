import { AppError, type AuthorizationReturn, type ConnectSessionAnswer } from "@clawlink/contract";
import { exchangeCode, type TokenFailure } from "@clawlink/oauth";
import { takeSessionByState } from "@clawlink/services/connect-session/bind-session";
import { endSession } from "@clawlink/services/connect-session/end-session";
import type { ConnectSessionRow } from "@clawlink/services/connect-session/session-answer";
import { catalog } from "../catalog.ts";
import type { Deps } from "../deps.ts";
import { loadOAuthClient, reachableAuth, redirectUri } from "../oauth-client.ts";
import { type Brought, finishSession } from "./finish-session.ts";
import { identifyAccount } from "./identify-account.ts";
import { sessionView } from "./session-view.ts";

const failures: Readonly<Record<TokenFailure, string>> = {
  invalid_grant: "The provider says that this sign-in is no longer valid. Try again.",
  invalid_client:
    "The provider does not accept this deployment's OAuth client. Its operator has to check the client id and secret.",
  network: "The provider could not be reached. Try again.",
  unavailable: "The provider is not answering properly. Try again in a while.",
  malformed: "The provider answered in a way that is not OAuth. Try again.",
  denied: "The provider refused to finish the sign-in. Try again.",
};

async function exchange(deps: Deps, session: ConnectSessionRow, code: string): Promise<Brought> {
  const provider = await catalog.provider(session.integration);
  if (provider.auth.kind !== "oauth2" || !session.sealedVerifier)
    throw new AppError("conflict", "This session did not start a sign-in.");
  const client = await loadOAuthClient(deps.environment, deps.database, deps.vault, provider.auth.client);
  const verifier = await deps.vault.opener.open(session.sealedVerifier, {
    purpose: "connect-session",
    owner: session.userId,
    subject: session.id,
    version: 1,
  });
  const result = await exchangeCode(
    reachableAuth(deps.environment, provider.auth),
    client,
    { code, redirectUri: redirectUri(deps.environment, session.integration), verifier: verifier.open() },
    { fetch: (request) => fetch(request), now: Date.now },
  );
  if (!result.ok) throw new AppError("provider_rejected", failures[result.reason]);
  const { accessToken, refreshToken, expiresAt, scopes } = result.tokens;
  const credential = {
    kind: "oauth2" as const,
    accessToken: accessToken.open(),
    refreshToken: refreshToken?.open() ?? null,
  };
  const identity = await identifyAccount(deps.environment, provider, credential, {});
  return {
    identity,
    scopes: scopes ?? Object.keys(provider.auth.scopes),
    credential: JSON.stringify(credential),
    expiresAt,
    metadata: {},
  };
}

/** The browser is back from the provider: the state is used up, the code becomes tokens, the tokens a connection (RFC 6749 section 4.1.2). */
export async function completeAuthorization(
  deps: Deps,
  userId: string,
  returned: AuthorizationReturn,
): Promise<ConnectSessionAnswer> {
  const session = await takeSessionByState(
    deps.database,
    userId,
    returned.integration,
    returned.state,
    returned.browser,
  );
  // Only the token's hash is stored, and the browser that comes back does not need the token again.
  const token = session.id;
  const { code } = returned;
  if (returned.error !== null || code === null) {
    const declined = returned.error === "access_denied";
    const message = declined ? "You did not grant access." : "The provider did not grant access.";
    const ended = await endSession(deps.database, session.id, declined ? "cancelled" : "failed", message);
    return sessionView(ended ?? session, token, null);
  }
  return finishSession(deps, session, token, () => exchange(deps, session, code));
}
