import type { FileContent } from "./file.ts";

/** A value a query parameter may have; `undefined` leaves it out, a list repeats it. */
export type QueryValue = string | number | boolean | undefined | null | readonly (string | number)[];

/** One part of a multipart body. `name` is used by form-data alone. */
export interface Part {
  readonly name?: string;
  readonly filename?: string;
  readonly contentType: string;
  readonly content: string | Uint8Array;
}

/** What is sent, by encoding. `form` nests with brackets (`a[b]=c`), as Stripe reads it. */
export type RequestBody =
  | { readonly json: unknown }
  | { readonly form: Readonly<Record<string, unknown>> }
  | { readonly multipart: readonly Part[]; readonly subtype: "form-data" | "related" }
  | { readonly content: string | Uint8Array; readonly contentType: string };

/** A request before the engine adds credentials: data, the same for preview and execute. */
export interface ProviderRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path below the provider's `baseUrl`, made with the `path` tag; or a whole URL on one of its hosts. */
  readonly path: string;
  readonly query?: Readonly<Record<string, QueryValue>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: RequestBody;
}

/** The account an action acts for: what identity and the credential form told, nothing secret. */
export interface AccountFacts {
  readonly id: string | null;
  readonly label: string | null;
  readonly metadata: Readonly<Record<string, string>>;
}

/** What `request()` may know beside its input. */
export interface RequestContext {
  readonly account: AccountFacts;
  /** Unique to this execution: 32 characters of 0-9a-f, for providers that let the client name what it makes. */
  readonly mark: string;
  /** The content of a file field: fetched or decoded before `request()` runs. */
  file(field: string): FileContent;
}

/** A provider's answer, parsed by its content type; header names are lower-case. */
export interface ProviderResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON value, text, or null for an empty body. */
  readonly body: unknown;
  /** The raw body, when the action asks for `bytes`. */
  readonly bytes?: Uint8Array;
}
