import type { ErrorFacts, ExecutionErrorCode } from "@clawlink/contract";
import { checkConfirmation, confirmationReason } from "./check-confirmation.ts";
import { policyDenial } from "./check-policy.ts";
import type { BeginCall } from "./ports.ts";
import { resolveConnection } from "./resolve-connection.ts";
import type { ConnectionSnapshot, KeySnapshot } from "./snapshot.ts";

/** What the stages between authentication and idempotency decide. */
export type Admission =
  | {
      readonly kind: "refused";
      readonly code: ExecutionErrorCode;
      readonly message: string;
      readonly facts: ErrorFacts;
      readonly connectionId: number | null;
    }
  | { readonly kind: "person_needed"; readonly connectionId: number | null }
  | {
      readonly kind: "admitted";
      readonly connection: ConnectionSnapshot | null;
      readonly requiresConfirmation: boolean;
      readonly policyReason: string | null;
    };

/** Why somebody's plan does not cover a call, and where that is changed. */
export interface PlanDenial {
  readonly message: string;
  readonly upgradeUrl: string;
}

/** Why the row's own state stands in the way of a call, or null. */
function stateRefusal(connection: ConnectionSnapshot): { code: ExecutionErrorCode; message: string } | null {
  switch (connection.authState) {
    case "healthy":
    case "degraded":
    case "error":
      return null;
    case "stale_auth":
      return {
        code: "needs_reauth",
        message: connection.authError ?? `The connection to ${connection.integration} has to be renewed.`,
      };
    case "permission_denied":
      return {
        code: "needs_scope_upgrade",
        message: connection.authError ?? `The connection to ${connection.integration} lacks a permission.`,
      };
  }
}

/** The scopes an action needs that were never granted; a provider that tells no scopes is given the benefit of the doubt. */
function missingScopes(connection: ConnectionSnapshot, needed: readonly string[]): readonly string[] {
  return connection.scopes.length === 0 ? [] : needed.filter((scope) => !connection.scopes.includes(scope));
}

/** Decides, from the account's snapshot alone and in the pipeline's order, whether a call may go on (ARCHITECTURE.md section 3). */
export function admit(
  call: BeginCall,
  key: KeySnapshot,
  connections: readonly ConnectionSnapshot[],
  planDenial: ((app: string | null) => PlanDenial | null) | null = null,
): Admission {
  const refuse = (
    code: ExecutionErrorCode,
    message: string,
    facts: ErrorFacts = {},
    connectionId: number | null = null,
  ): Admission => ({ kind: "refused", code, message, facts, connectionId });
  if (!call.tool) return refuse("tool_not_found", `There is no tool named ${call.toolName.slice(0, 100)}.`);
  const { integration, action, needsConnection } = call.tool;

  const mayKnow = ({ id }: ConnectionSnapshot) => policyDenial(key.policy, integration, id, "read") === null;
  const resolution = needsConnection ? resolveConnection(connections, integration, call.connectionId, mayKnow) : null;
  const connection = resolution?.kind === "resolved" ? resolution.connection : null;
  const connectionId = connection?.id ?? null;
  if (resolution?.kind === "refused") return refuse(resolution.code, resolution.message, resolution.facts);
  const denial = policyDenial(key.policy, integration, connectionId, action.effect);
  if (denial) return refuse("policy_denied", denial, {}, connectionId);
  const uncovered = call.mode === "direct" && planDenial?.(needsConnection ? integration : null);
  if (uncovered)
    return refuse("billing_required", uncovered.message, { upgradeUrl: uncovered.upgradeUrl }, connectionId);

  if (connection && call.mode === "direct") {
    const broken = stateRefusal(connection);
    if (broken) return refuse(broken.code, broken.message, {}, connectionId);
    const missing = missingScopes(connection, action.scopes);
    if (missing.length > 0)
      return refuse(
        "needs_scope_upgrade",
        `${integration} was connected without: ${missing.join(", ")}.`,
        { details: { missingScopes: missing } },
        connectionId,
      );
  }

  const requiresConfirmation =
    confirmationReason(key.policy, action.effect) !== null && key.policy.confirmation !== "none";
  const admitted: Admission = {
    kind: "admitted",
    connection,
    requiresConfirmation,
    policyReason: confirmationReason(key.policy, action.effect),
  };
  const confirmation =
    call.mode === "preview" ? "given" : checkConfirmation(key.policy, action.effect, call.confirmed, call.approved);
  if (confirmation === "flag_missing")
    return refuse(
      "confirmation_required",
      `“${action.title}” changes something, so it needs confirmation.`,
      {},
      connectionId,
    );
  if (call.problems) {
    const { missingFields, invalidFields, messages } = call.problems;
    return refuse("invalid_arguments", messages.slice(0, 5).join(" "), { missingFields, invalidFields }, connectionId);
  }
  return confirmation === "person_needed" ? { kind: "person_needed", connectionId } : admitted;
}
