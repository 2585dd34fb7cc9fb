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

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorTable, code);
}

/** What an error code means for whoever has to act on it, null for one that the table no longer holds. */
export function explainError(code: string) {
  if (!isErrorCode(code)) return null;
  const { hint, retryable } = errorTable[code];
  return { hint, retryable, cure: cures[code] ?? null };
}
