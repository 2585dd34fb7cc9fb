import { defineProvider } from "@clawlink/provider-kit";
import { readAccount } from "./read-account.ts";
import { readRefusal } from "./read-refusal.ts";
import { repo } from "./scopes.ts";

export const provider = defineProvider({
  slug: "github",
  name: "GitHub",
  category: "developer",
  summary: "Work with repositories, files, issues and pull requests on GitHub.",
  docsUrl: "https://docs.github.com/en/rest",
  baseUrl: "https://api.github.com",
  hosts: ["api.github.com"],
  auth: {
    kind: "oauth2",
    client: "github",
    authorizeUrl: "https://github.com/login/oauth/authorize",
    tokenUrl: "https://github.com/login/oauth/access_token",
    revocation: { style: "client_basic_json", url: "https://api.github.com/applications/{client_id}/token" },
    scopes: {
      [repo]: "Read and change repositories, private ones too, with their issues and pull requests",
      "read:user": "See the profile of the account",
    },
    scopeSeparator: " ",
    grantedScopeSeparator: ",",
    pkce: true,
    clientAuthentication: "body",
    refresh: "none",
    registrationUrl: "https://github.com/settings/applications/new",
  },
  headers: { Accept: "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28" },
  requestIdHeader: "x-github-request-id",
  limits: {
    headers: {
      limit: "x-ratelimit-limit",
      remaining: "x-ratelimit-remaining",
      reset: "x-ratelimit-reset",
      resetUnit: "epoch_seconds",
    },
  },
  identity: { request: () => ({ method: "GET", path: "/user" }), result: readAccount },
  refuse: readRefusal,
});
