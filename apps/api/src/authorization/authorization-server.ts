import type { Database } from "@clawlink/db";
import {
  OAuthAuthorizationServer,
  OAuthError,
  type TokenExchangeCallbackOptions,
} from "@cloudflare/workers-oauth-provider";
import { z } from "zod";
import type { Environment } from "../environment.ts";
import { type GrantRecords, oauthStorage } from "./oauth-storage.ts";
import { appOfResource, canonicalResource, mcpResources } from "./resources.ts";

/** What a grant carries, encrypted to its tokens: whose key it stands for. */
export const GrantProps = z.object({ keyHash: z.string() });

const hour = 3_600;
const day = 24 * hour;

/** What one OAuth request is served with. */
export interface OAuthRequestFacts {
  readonly environment: Environment;
  readonly database: Database;
  readonly grants: GrantRecords;
  /** The resources this request names; what is none of ours is refused by not being there. */
  readonly resources: readonly string[];
  /** Whether the key a grant stands for is live. */
  readonly isLive: (keyHash: string) => boolean;
}

/** The library wants a context for handlers of its combined form; as an authorization server alone it has none, and does not look. */
function unusedContext(): ExecutionContext {
  return {} as ExecutionContext;
}

/** The authorization server for one request, with its storage: the protocol is the library's, what it keeps is ours to keep. */
export function authorizationServer({ environment, database, grants, resources, isLive }: OAuthRequestFacts) {
  const named = resources.filter((resource) => appOfResource(environment, resource) !== undefined);
  const canonical = named.map((resource) => canonicalResource(new URL(resource)));
  const server = new OAuthAuthorizationServer({
    issuer: environment.WEB_ORIGIN,
    resources: [...new Set([...mcpResources(environment), ...canonical])],
    defaultResource: `${environment.WEB_ORIGIN}/api/mcp`,
    authorizeEndpoint: "/oauth/authorize",
    tokenEndpoint: "/oauth/token",
    clientRegistrationEndpoint: "/oauth/register",
    accessTokenTTL: hour,
    refreshTokenTTL: 30 * day,
    refreshTokenIdleTTL: 30 * day,
    clientRegistrationTTL: 90 * day,
    // Metadata documents are read by us, under the rules of egress; the library finds the client they describe.
    clientIdMetadataDocumentEnabled: false,
    // An `invalid_grant` from here ends the grant.
    tokenExchangeCallback: ({ props }: TokenExchangeCallbackOptions) => {
      if (!isLive(GrantProps.parse(props).keyHash))
        throw new OAuthError("invalid_grant", { description: "This access was revoked." });
    },
    onError: () => undefined,
  });
  const env = { OAUTH_KV: oauthStorage(database, grants) };
  return {
    helpers: server.getOAuthApi(env),
    fetch: (request: Request) => server.fetch(request, env, unusedContext()),
  };
}
