import { AppError } from "@clawlink/contract";
import type { ApprovedCall } from "./approvals.ts";
import type { Cell } from "./cell.ts";
import { closeUnrun } from "./close-unrun.ts";

/** Whether a call that left the account to the default would now be made with another one than the person was shown. */
function movedOn(cell: Cell, id: string): boolean {
  const record = cell.journal.read(id)?.record;
  if (!record?.integration || cell.approvals.read(id)?.call.connectionId !== null) return false;
  const rows = cell.state.of(record.integration);
  const chosen = rows.find(({ isDefault }) => isDefault) ?? (rows.length === 1 ? rows[0] : undefined);
  return chosen?.id !== (record.connectionId ?? undefined);
}

/**
 * A person decides on a waiting call, once. Throws `not_found` when none waits, `conflict` when the key that asked is gone, or the account
 * it would be made with is another one by now; that call goes on waiting.
 */
export async function decideExecution(cell: Cell, id: string, action: "approve" | "reject"): Promise<ApprovedCall> {
  if (action === "approve" && movedOn(cell, id))
    throw new AppError("conflict", "The default account of this app has changed since this was asked.", {
      hint: "Make the earlier account the default again, or reject this and have the agent ask anew.",
    });
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
