import { Secret } from "@clawlink/contract";
import type { Database } from "@clawlink/db";
import type { Credential } from "@clawlink/engine";
import { revokeToken } from "@clawlink/oauth";
import type { Provider } from "@clawlink/provider-kit";
import type { Environment } from "../environment.ts";
import { loadOAuthClient, reachableAuth } from "../oauth-client.ts";
import type { Vault } from "../vault.ts";

/** Gives an OAuth token back at the provider that issued it; other credentials are the person's own to withdraw. */
export async function revokeAtProvider(
  deps: { environment: Environment; database: Database; vault: Vault },
  provider: Provider,
  credential: Credential,
): Promise<"revoked" | "failed" | "unsupported"> {
  if (provider.auth.kind !== "oauth2" || credential.kind !== "oauth2") return "unsupported";
  const client = await loadOAuthClient(deps.environment, deps.database, deps.vault, provider.auth.client);
  const tokens = {
    accessToken: new Secret(credential.accessToken),
    refreshToken: credential.refreshToken === null ? null : new Secret(credential.refreshToken),
    expiresAt: null,
    scopes: null,
  };
  return revokeToken(reachableAuth(deps.environment, provider.auth), client, tokens, {
    fetch: (request) => fetch(request),
    now: Date.now,
  });
}
