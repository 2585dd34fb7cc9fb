import type { Secret } from "@clawlink/contract";

/** The operator's registration at a provider. */
export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret: Secret;
}

/** What a provider granted. */
export interface TokenSet {
  readonly accessToken: Secret;
  readonly refreshToken: Secret | null;
  /** Epoch milliseconds by our clock, counted from before the request; null when the provider does not say. */
  readonly expiresAt: number | null;
  /** Null when the answer names none: what was asked for was granted (RFC 6749 section 5.1). */
  readonly scopes: readonly string[] | null;
}

/** The network and the clock, as the caller sees fit to give them. */
export interface Http {
  fetch(request: Request): Promise<Response>;
  /** Epoch milliseconds. */
  now(): number;
  /** How long one request may take, its body included; 15,000 unless told. */
  readonly timeoutMs?: number;
}

/**
 * Why there are no tokens. `invalid_grant`: the person has to sign in again. `invalid_client`: the operator's registration is wrong.
 * `network` and `unavailable`: try again later. `malformed`: not an answer. `denied`: any other refusal.
 */
export type TokenFailure = "invalid_grant" | "invalid_client" | "network" | "unavailable" | "malformed" | "denied";

/** Tokens, or why not; `description` is the provider's own text, cleaned and capped at 300 characters. */
export type TokenResult =
  | { readonly ok: true; readonly tokens: TokenSet }
  | { readonly ok: false; readonly reason: TokenFailure; readonly description: string | null };
