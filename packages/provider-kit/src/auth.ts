import type { CredentialField } from "@clawlink/contract";

/** An OAuth 2.0 provider's protocol, quirks as data (RFC 6749, 7636, 7009). */
export interface OAuth2 {
  readonly kind: "oauth2";
  /** Name of the operator's OAuth client; several apps may share one (all Google apps do). */
  readonly client: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly revocation?: Revocation;
  /** Every scope asked for, with plain words for the person who grants it. */
  readonly scopes: Readonly<Record<string, string>>;
  readonly scopeSeparator: " " | ",";
  /** How granted scopes come back, where it differs from `scopeSeparator`. */
  readonly grantedScopeSeparator?: " " | ",";
  readonly pkce: boolean;
  readonly clientAuthentication: "body" | "basic";
  readonly authorizeParameters?: Readonly<Record<string, string>>;
  /** Whether a refresh answers with a new refresh token that replaces the old one. */
  readonly refresh: "none" | "static" | "rotating";
  /** Where the operator registers a client. */
  readonly registrationUrl: string;
}

/** How a token is given back at the provider. */
export type Revocation =
  | { readonly style: "rfc7009"; readonly url: string }
  | { readonly style: "bearer"; readonly url: string; readonly method: "POST" | "DELETE" }
  /** GitHub: DELETE with the client's Basic credentials and the token in a JSON body; `{client_id}` is filled in. */
  | { readonly style: "client_basic_json"; readonly url: string };

/** A form whose fields become a credential. */
interface Form {
  readonly fields: readonly CredentialField[];
  /** Where the person finds these values. */
  readonly helpUrl: string;
}

/** `Authorization: Bearer` with the named field. */
export interface BearerAuth extends Form {
  readonly kind: "bearer";
  readonly token: string;
}

/** A header of the provider's own with the named field, such as `X-Api-Key`. */
export interface ApiKeyAuth extends Form {
  readonly kind: "api_key";
  readonly header: string;
  readonly prefix?: string;
  readonly key: string;
}

/** HTTP Basic (RFC 7617) with two named fields. */
export interface BasicAuth extends Form {
  readonly kind: "basic";
  readonly username: string;
  readonly password: string;
}

/** How a provider is signed in to. */
export type Auth = OAuth2 | BearerAuth | ApiKeyAuth | BasicAuth | { readonly kind: "none" };
