import type { ErrorFacts } from "@clawlink/contract";
import type { ConnectionSnapshot } from "./snapshot.ts";

/** The connection a call uses, or why there is none. */
export type Resolution =
  | { readonly kind: "resolved"; readonly connection: ConnectionSnapshot }
  | {
      readonly kind: "refused";
      readonly code: "connection_not_found" | "needs_connection" | "ambiguous_connection";
      readonly message: string;
      readonly facts: ErrorFacts;
    };

/** So many accounts does a refusal name at the most. */
const choicesAtOnce = 10;

/**
 * The named connection if it is the account's and of this app, else the default row, else the only row (CONTRACT.md section 7). A
 * connection of another account or another app is told apart from an unknown one by nothing, and choices the key may not use are not
 * among those named.
 */
export function resolveConnection(
  connections: readonly ConnectionSnapshot[],
  integration: string,
  named: number | null,
  mayKnow: (connection: ConnectionSnapshot) => boolean = () => true,
): Resolution {
  const candidates = connections.filter((connection) => connection.integration === integration);
  if (named !== null) {
    const connection = candidates.find((candidate) => candidate.id === named);
    if (connection) return { kind: "resolved", connection };
    return {
      kind: "refused",
      code: "connection_not_found",
      message: `There is no connection ${named} of ${integration}.`,
      facts: {},
    };
  }
  const [only, second] = candidates;
  if (!only)
    return { kind: "refused", code: "needs_connection", message: `${integration} is not connected.`, facts: {} };
  const chosen = candidates.find((candidate) => candidate.isDefault) ?? (second ? undefined : only);
  if (chosen) return { kind: "resolved", connection: chosen };
  const known = candidates.filter(mayKnow);
  const choices = known
    .slice(0, choicesAtOnce)
    .map(({ id, connectionLabel, accountLabel }) => ({ id, connectionLabel, accountLabel }));
  const names = choices.map(
    ({ id, connectionLabel, accountLabel }) => `${id} (${connectionLabel ?? accountLabel ?? "no label"})`,
  );
  const more =
    known.length > choices.length
      ? `, or one of ${known.length - choices.length} more: GET /api/integrations/${integration}?account= finds them by name`
      : "";
  return {
    kind: "refused",
    code: "ambiguous_connection",
    message: `${integration} has several connections and no default.`,
    facts: {
      details: { choices, count: known.length },
      hint: `Name one in connectionId: ${names.join(", ")}${more}.`,
    },
  };
}
