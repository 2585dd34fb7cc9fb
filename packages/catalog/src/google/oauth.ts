import type { OAuth2 } from "@clawlink/provider-kit";

/** Google's OAuth 2.0 for web servers, with the scopes of one app; all Google apps share the operator's client `google`. */
export function googleOAuth(scopes: Readonly<Record<string, string>>): OAuth2 {
  return {
    kind: "oauth2",
    client: "google",
    authorizeUrl: "https://accounts.google.com/o/oauth2/v2/auth",
    tokenUrl: "https://oauth2.googleapis.com/token",
    revocation: { style: "rfc7009", url: "https://oauth2.googleapis.com/revoke" },
    scopes: {
      openid: "Know which Google account this is",
      "https://www.googleapis.com/auth/userinfo.email": "See the account's e-mail address",
      ...scopes,
    },
    scopeSeparator: " ",
    pkce: true,
    clientAuthentication: "body",
    // Without prompt=consent a second connection of the same account comes without a refresh token.
    authorizeParameters: { access_type: "offline", prompt: "consent" },
    refresh: "static",
    registrationUrl: "https://console.cloud.google.com/apis/credentials",
  };
}
