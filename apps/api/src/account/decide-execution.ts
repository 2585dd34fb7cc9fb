import { AppError } from "@clawlink/contract";
import type { ApprovedCall } from "./approvals.ts";
import type { Cell } from "./cell.ts";

/** Ends a waiting call without running it, and lets its idempotency key be used again. */
async function close(cell: Cell, id: string, { call }: ApprovedCall, reason: string): Promise<void> {
  const { idempotencyKey } = call.controls;
  if (idempotencyKey !== undefined) cell.idempotency.settle(idempotencyKey, null);
  const entry = cell.journal.read(id);
  if (!entry) return;
  cell.journal.write({
    ...entry,
    record: {
      ...entry.record,
      status: "blocked",
      errorType: "validation",
      errorCode: "confirmation_required",
      errorMessage: reason,
      finishedAt: Date.now(),
    },
  });
  await cell.flushSoon();
}

/** A person decides on a waiting call, once. Throws `not_found` when none waits, `conflict` when the key that asked is gone. */
export async function decideExecution(cell: Cell, id: string, action: "approve" | "reject"): Promise<ApprovedCall> {
  const decided = cell.approvals.decide(id, action, Date.now());
  if (action === "reject") {
    await close(cell, id, decided, "A person rejected it.");
  } else if (!cell.state.keyOf(decided.keyHash)) {
    cell.approvals.consume(id, decided.call.fingerprint);
    await close(cell, id, decided, "The key that asked for it was revoked.");
    throw new AppError("conflict", "The key that asked for this was revoked, so nothing was run.");
  }
  return decided;
}
