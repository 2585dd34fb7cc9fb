"use client";

import { Decision } from "#ui/decision.tsx";
import { decideExecution } from "./actions.ts";

export function ApprovalForm({ id }: { id: string }) {
  return <Decision decide={(action) => decideExecution({ id, action })} approve="Approve and run" />;
}
