import { AppError } from "@clawlink/contract";
import type { ApprovedCall } from "./approvals.ts";
import type { Cell } from "./cell.ts";
import { closeUnrun } from "./close-unrun.ts";

/** A person decides on a waiting call, once. Throws `not_found` when none waits, `conflict` when the key that asked is gone. */
export async function decideExecution(cell: Cell, id: string, action: "approve" | "reject"): Promise<ApprovedCall> {
  const decided = cell.approvals.decide(id, action, Date.now());
  const revoked = !cell.state.keyOf(decided.keyHash);
  if (action === "approve" && !revoked) return decided;
  if (action === "approve") cell.approvals.consume(id, decided.call.fingerprint);
  closeUnrun(
    cell,
    id,
    decided.call,
    action === "reject" ? "A person rejected it." : "The key that asked for it was revoked.",
  );
  await cell.flushSoon();
  if (action === "approve")
    throw new AppError("conflict", "The key that asked for this was revoked, so nothing was run.");
  return decided;
}
