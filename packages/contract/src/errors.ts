/** What an `error.type` may say (CONTRACT.md section 7). */
export type ErrorType =
  | "validation"
  | "auth"
  | "reauth_required"
  | "missing_scopes"
  | "rate_limit"
  | "network"
  | "provider"
  | "configuration"
  | "unknown";

/** The `error_code` of a canonical execution summary. */
export type CanonicalCode =
  | "validation_error"
  | "action_not_found"
  | "integration_not_found"
  | "integration_not_connected"
  | "policy_blocked"
  | "reauth_required"
  | "forbidden"
  | "rate_limited"
  | "timeout"
  | "unsupported_operation"
  | "execution_failed";

/** `blocked`: it never ran and a person or another call is the cure. `failed`: it ran, or never could. */
export type Outcome = "blocked" | "failed";

interface ErrorRow {
  readonly type: ErrorType;
  /** HTTP status at the tool endpoints and everywhere outside `/api/executions`. */
  readonly status: number;
  /** HTTP status at `/api/executions`. */
  readonly executionStatus: number;
  readonly outcome: Outcome;
  readonly canonical: CanonicalCode;
  readonly retryable: boolean;
  readonly hint: string;
}

const row = (
  type: ErrorType,
  status: number,
  executionStatus: number,
  outcome: Outcome,
  canonical: CanonicalCode,
  retryable: boolean,
  hint: string,
): ErrorRow => ({ type, status, executionStatus, outcome, canonical, retryable, hint });

/** THE error table: every code this product answers with, and the only place that knows a status number. */
export const errorTable = {
  invalid_arguments: row(
    "validation",
    400,
    500,
    "failed",
    "validation_error",
    false,
    "Correct the named fields to match inputSchema, then call again.",
  ),
  tool_not_found: row(
    "validation",
    404,
    500,
    "failed",
    "action_not_found",
    false,
    "Search for the tool by what you want to do, then call it by its exact name.",
  ),
  needs_connection: row(
    "auth",
    409,
    409,
    "blocked",
    "integration_not_connected",
    false,
    "Connect the app first, then call again.",
  ),
  ambiguous_connection: row(
    "validation",
    409,
    409,
    "blocked",
    "policy_blocked",
    false,
    "Name one of the connections in connectionId, or set a default in the dashboard.",
  ),
  connection_not_found: row(
    "validation",
    404,
    500,
    "failed",
    "validation_error",
    false,
    "List the app's connections and use one of their ids, or leave connectionId out.",
  ),
  confirmation_required: row(
    "validation",
    412,
    409,
    "blocked",
    "policy_blocked",
    false,
    "Show the person what will happen; when they agree, call again with confirmed: true.",
  ),
  policy_denied: row(
    "auth",
    403,
    409,
    "blocked",
    "policy_blocked",
    false,
    "This key's access policy forbids it. Its owner can change that under Devices and keys in the dashboard; repeat this call once they have.",
  ),
  needs_reauth: row(
    "reauth_required",
    401,
    409,
    "blocked",
    "reauth_required",
    false,
    "The provider no longer accepts this connection. Reconnect it, then call again.",
  ),
  needs_scope_upgrade: row(
    "missing_scopes",
    403,
    409,
    "blocked",
    "forbidden",
    false,
    "Reconnect the app and grant the missing permissions, then call again.",
  ),
  billing_required: row(
    "auth",
    402,
    409,
    "blocked",
    "policy_blocked",
    false,
    "Ask the person to see to their plan at upgradeUrl, then call again.",
  ),
  rate_limited: row("rate_limit", 429, 500, "failed", "rate_limited", true, "Wait for retryAfterMs, then call again."),
  provider_timeout: row(
    "network",
    504,
    500,
    "failed",
    "timeout",
    true,
    "Repeat a read in a moment. Check whether a write happened before you repeat it.",
  ),
  provider_unavailable: row(
    "provider",
    503,
    500,
    "failed",
    "unsupported_operation",
    true,
    "The provider is not answering properly. Try again in a while.",
  ),
  provider_rejected: row(
    "provider",
    502,
    500,
    "failed",
    "execution_failed",
    false,
    "Read details.provider and change the arguments; the app's list and search actions tell the right ids.",
  ),
  configuration_error: row(
    "configuration",
    422,
    500,
    "failed",
    "execution_failed",
    false,
    "Do not repeat it. Ask the operator of this ClawLink to open this call under Usage in the dashboard and to correct what the message names.",
  ),
  file_too_large: row(
    "validation",
    413,
    500,
    "failed",
    "validation_error",
    false,
    "Send a smaller file: 25 MB a file and 100 MB a request at the most.",
  ),
  idempotency_conflict: row(
    "validation",
    409,
    409,
    "blocked",
    "policy_blocked",
    false,
    "This idempotency key was used with other arguments. Use a fresh key for a different call.",
  ),
  idempotency_in_progress: row(
    "validation",
    409,
    409,
    "blocked",
    "policy_blocked",
    true,
    "The first call with this idempotency key is still running. Wait for retryAfterMs, then repeat the same call.",
  ),
  internal_error: row(
    "unknown",
    500,
    500,
    "failed",
    "execution_failed",
    true,
    "Try again in a moment; if it stays, tell the operator of this ClawLink the requestId.",
  ),
  unauthorized: row(
    "auth",
    401,
    401,
    "blocked",
    "forbidden",
    false,
    "Send a live ClawLink key. The person makes one under Devices and keys in the dashboard, or approves a new pairing of this device.",
  ),
  bad_request: row(
    "validation",
    400,
    400,
    "failed",
    "validation_error",
    false,
    "Correct the request as the message says.",
  ),
  forbidden: row("auth", 403, 403, "blocked", "forbidden", false, "You may not do this."),
  not_found: row("validation", 404, 404, "failed", "validation_error", false, "Check the address and the id."),
  method_not_allowed: row(
    "validation",
    405,
    405,
    "failed",
    "validation_error",
    false,
    "Use one of the methods in the Allow header.",
  ),
  conflict: row(
    "validation",
    409,
    409,
    "failed",
    "validation_error",
    false,
    "Read the current state, then decide again.",
  ),
  not_configured: row(
    "configuration",
    409,
    409,
    "blocked",
    "execution_failed",
    false,
    "The operator has to configure this app first.",
  ),
  gone: row("validation", 410, 410, "failed", "validation_error", false, "Start again: this session has ended."),
  payload_too_large: row("validation", 413, 413, "failed", "validation_error", false, "Send a smaller body."),
  too_many_requests: row(
    "rate_limit",
    429,
    429,
    "failed",
    "rate_limited",
    true,
    "Wait for retryAfterMs, then try again.",
  ),
} as const satisfies Record<string, ErrorRow>;

/** Every error code, a closed set. */
export type ErrorCode = keyof typeof errorTable;

/** The codes of CONTRACT.md section 7: what an execution can fail with. */
export type ExecutionErrorCode = Exclude<
  ErrorCode,
  | "unauthorized"
  | "bad_request"
  | "forbidden"
  | "not_found"
  | "method_not_allowed"
  | "conflict"
  | "not_configured"
  | "gone"
  | "payload_too_large"
  | "too_many_requests"
>;
