/** How a provider says no, in the engine's words. */
export interface Refusal {
  readonly code: "needs_reauth" | "needs_scope_upgrade" | "rate_limited" | "provider_rejected" | "provider_unavailable";
  /** The provider's own text: untrusted, shown only in `details.provider`. */
  readonly message?: string;
  readonly retryAfterMs?: number;
  readonly missingScopes?: readonly string[];
}
