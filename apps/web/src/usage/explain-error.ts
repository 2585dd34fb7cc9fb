import { type ErrorCode, errorTable } from "@clawlink/contract";
import { billingPath } from "../billing/billing-path.ts";

/** Where a person can do something about an error. */
const cures: Readonly<Partial<Record<ErrorCode, { readonly href: string; readonly label: string }>>> = {
  needs_connection: { href: "/dashboard/connections", label: "Connect the app" },
  connection_not_found: { href: "/dashboard/connections", label: "See your connections" },
  ambiguous_connection: { href: "/dashboard/connections", label: "Choose a default" },
  needs_reauth: { href: "/dashboard/connections", label: "Reconnect the app" },
  needs_scope_upgrade: { href: "/dashboard/connections", label: "Reconnect with more permissions" },
  billing_required: { href: billingPath, label: "See the plans" },
  policy_denied: { href: "/dashboard/devices", label: "See what this key may do" },
};

/** What a person can do, where the table's words are for the agent that called. */
const hints: Readonly<Partial<Record<ErrorCode, string>>> = {
  invalid_arguments: "The agent has to correct the input and call again. The message says which fields.",
  tool_not_found: "The agent has to search for the action and call it by its exact name.",
  ambiguous_connection: "Make one of the app’s accounts the default, or have the agent name one.",
  connection_not_found: "The agent named an account that is not there. It has to choose one of yours.",
  confirmation_required: "The agent has to ask you first, and call again once you agree.",
  needs_connection: "Connect the app, then try again.",
  policy_denied: "The key’s access does not allow this. You can change that, then try again.",
  needs_reauth: "The app no longer accepts this connection. Reconnect it, then try again.",
  needs_scope_upgrade: "Reconnect the app and grant the missing permissions, then try again.",
  billing_required: "Upgrade your plan, then try again.",
  rate_limited: "Too many calls in a short time. The agent was told how long to wait.",
  provider_timeout: "A read can be repeated. Look in the app whether a change happened before it is repeated.",
  provider_unavailable: "The app is not answering properly. Try again in a few minutes.",
  provider_rejected: "The app refused the call. Correct what it complains about, then try again.",
  configuration_error: "Ask the operator of this deployment to correct what the message names.",
  internal_error: "Try again in a moment. If it keeps happening, give the operator the execution ID.",
};

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorTable, code);
}

/** What an error code means for whoever has to act on it, null for one that the table no longer holds. */
export function explainError(code: string) {
  if (!isErrorCode(code)) return null;
  const { hint, retryable } = errorTable[code];
  return { hint: hints[code] ?? hint, agentHint: hint, retryable, cure: cures[code] ?? null };
}
