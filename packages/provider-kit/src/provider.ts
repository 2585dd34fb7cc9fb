import type { Auth } from "./auth.ts";
import type { Refusal } from "./refusal.ts";
import type { ProviderRequest, ProviderResponse } from "./request.ts";

/** Shelves of the catalog, a closed set. */
export const categories = [
  "communication",
  "productivity",
  "developer",
  "crm",
  "payments",
  "storage",
  "marketing",
  "support",
] as const;
export type Category = (typeof categories)[number];

/** Response headers that tell how much of a rate limit is left. */
export interface LimitHeaders {
  readonly limit?: string;
  readonly remaining: string;
  readonly reset: string;
  /** What `reset` counts in. */
  readonly resetUnit: "seconds" | "milliseconds" | "epoch_seconds" | "epoch_milliseconds";
}

/** Who an account is: the upstream id that tells two accounts apart, and a label a person recognises. */
export interface Identity {
  readonly accountId: string;
  readonly label: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** An app: data, and two pure functions on how it says who you are and how it says no. */
export interface Provider {
  readonly slug: string;
  readonly name: string;
  readonly category: Category;
  /** One sentence: what an agent can do with it. */
  readonly summary: string;
  readonly docsUrl: string;
  /** What action paths are relative to, without a trailing slash. */
  readonly baseUrl: string;
  /** Every host name a request of this provider may go to. */
  readonly hosts: readonly string[];
  readonly auth: Auth;
  /** Headers on every request, such as an API version. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The response header that names the provider's request id. */
  readonly requestIdHeader?: string;
  readonly limits?: {
    readonly perSecond?: number;
    /** How many calls the provider takes at once before `perSecond` bites; 1 when left out. */
    readonly burst?: number;
    /** Where the provider also counts all accounts of one OAuth client together: calls a second. */
    readonly clientPerSecond?: number;
    readonly headers?: LimitHeaders;
  };
  /**
   * Asked once, when an account is connected; it also verifies the credential. `request` is given the fields of the form that are no secret,
   * `result` all of them, since some keys name their account themselves; what it answers is kept and shown, and holds no secret.
   */
  readonly identity: {
    request(fields: Readonly<Record<string, string>>): ProviderRequest;
    result(response: ProviderResponse, fields: Readonly<Record<string, string>>): Identity;
  };
  /** Reads a refusal the status line does not tell, in a 2xx body too; null leaves it to the status. */
  refuse?(response: ProviderResponse): Refusal | null;
}

/** Checks a provider against `Provider` and keeps it as it is. */
export function defineProvider(provider: Provider): Provider {
  return provider;
}
