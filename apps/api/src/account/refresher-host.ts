import { registry } from "@clawlink/catalog/registry";
import type { Database } from "@clawlink/db";
import { refreshTokens } from "@clawlink/oauth";
import type { Environment } from "../environment.ts";
import { loadOAuthClient, reachableAuth } from "../oauth-client.ts";
import type { Vault } from "../vault.ts";
import type { AccountState } from "./account-state.ts";
import { noteReauth } from "./finish-calls.ts";
import type { RefresherHost } from "./refresher.ts";

/** What renews an account's tokens: the provider's token endpoint, and where it is told that it refuses. */
export function refresherHostOf(
  environment: Environment,
  { accountId, vault, database, state }: { accountId: string; vault: Vault; database: Database; state: AccountState },
): RefresherHost {
  return {
    accountId,
    vault,
    database,
    refreshTokens: async (integration, refreshToken) => {
      const provider = await registry[integration]?.provider();
      if (provider?.auth.kind !== "oauth2") throw new Error(`${integration} has no tokens to refresh.`);
      const client = await loadOAuthClient(environment, database, vault, provider.auth.client);
      return refreshTokens(reachableAuth(environment, provider.auth), client, refreshToken, {
        fetch: (request) => fetch(request),
        now: Date.now,
      });
    },
    needsReauth: (connectionId, reason) => noteReauth({ state, database, accountId }, connectionId, reason),
  };
}
