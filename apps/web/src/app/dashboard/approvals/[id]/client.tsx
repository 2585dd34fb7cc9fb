"use client";

import { Decision } from "#ui/decision.tsx";
import { decideExecution } from "./actions.ts";

/** `shown`: the person has seen what would be sent; what nobody can see is not approved. */
export function ApprovalForm({ id, shown }: { id: string; shown: boolean }) {
  return <Decision decide={decideExecution} of={{ id }} approve={shown ? "Approve and run" : null} />;
}
