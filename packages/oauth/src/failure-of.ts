import type { TokenFailure } from "./types.ts";

/** Error codes of RFC 6749 section 5.2 and of providers with words of their own, by what they mean for us. */
const meaning: Readonly<Record<string, TokenFailure>> = {
  invalid_grant: "invalid_grant",
  // GitHub: docs.github.com, "Troubleshooting OAuth app access token request errors".
  bad_verification_code: "invalid_grant",
  bad_refresh_token: "invalid_grant",
  incorrect_client_credentials: "invalid_client",
  // Slack: docs.slack.dev, oauth.v2.access.
  invalid_code: "invalid_grant",
  code_already_used: "invalid_grant",
  invalid_refresh_token: "invalid_grant",
  token_revoked: "invalid_grant",
  token_expired: "invalid_grant",
  account_inactive: "invalid_grant",
  invalid_client_id: "invalid_client",
  bad_client_secret: "invalid_client",
  // Google: developers.google.com, "Using OAuth 2.0 for Web Server Applications".
  deleted_client: "invalid_client",
  disabled_client: "invalid_client",
  invalid_client: "invalid_client",
  temporarily_unavailable: "unavailable",
  server_error: "unavailable",
  internal_error: "unavailable",
  fatal_error: "unavailable",
  slow_down: "unavailable",
  ratelimited: "unavailable",
  rate_limited: "unavailable",
};

/** What a provider's error code means; a code nobody knows is `denied`. */
export function failureOf(code: string): TokenFailure {
  return (Object.hasOwn(meaning, code) && meaning[code]) || "denied";
}
