import { defineProvider } from "@clawlink/provider-kit";
import { graphql } from "./graphql.ts";
import { readAccount } from "./read-account.ts";
import { readRefusal } from "./read-refusal.ts";

const whoAmI = `query WhoAmI {
  viewer { id name email }
  organization { id name urlKey }
}`;

export const provider = defineProvider({
  slug: "linear",
  name: "Linear",
  category: "productivity",
  summary: "Find, write and move issues, comment on them, and look through teams, projects and cycles.",
  docsUrl: "https://linear.app/developers/graphql",
  baseUrl: "https://api.linear.app",
  hosts: ["api.linear.app"],
  auth: {
    kind: "oauth2",
    client: "linear",
    authorizeUrl: "https://linear.app/oauth/authorize",
    tokenUrl: "https://api.linear.app/oauth/token",
    revocation: { style: "rfc7009", url: "https://api.linear.app/oauth/revoke" },
    scopes: {
      read: "See issues, comments, teams, projects and people",
      write: "Create and change issues and comments",
    },
    scopeSeparator: ",",
    grantedScopeSeparator: " ",
    pkce: true,
    clientAuthentication: "body",
    authorizeParameters: { prompt: "consent" },
    refresh: "rotating",
    registrationUrl: "https://linear.app/settings/api/applications/new",
  },
  requestIdHeader: "x-request-id",
  limits: {
    headers: {
      limit: "x-ratelimit-requests-limit",
      remaining: "x-ratelimit-requests-remaining",
      reset: "x-ratelimit-requests-reset",
      resetUnit: "epoch_milliseconds",
    },
  },
  identity: { request: () => graphql(whoAmI, {}), result: readAccount },
  refuse: readRefusal,
});
