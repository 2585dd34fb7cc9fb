import type { PendingCall } from "@clawlink/engine";
import type { Cell } from "./cell.ts";

/** Ends a call that waited for a person without running it, and lets its idempotency key be used again. */
export function closeUnrun(cell: Cell, id: string, { controls }: PendingCall, reason: string): void {
  if (controls.idempotencyKey !== undefined) cell.idempotency.settle(controls.idempotencyKey, null);
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
}
