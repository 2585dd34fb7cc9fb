export { type Authorization, authorizeUrl } from "./authorize-url.ts";
export { type CodeExchange, exchangeCode } from "./exchange-code.ts";
export { newAuthorization } from "./new-authorization.ts";
export { refreshTokens } from "./refresh-tokens.ts";
export { type Revoked, revokeToken } from "./revoke-token.ts";
export type { Http, OAuthClient, TokenFailure, TokenResult, TokenSet } from "./types.ts";
