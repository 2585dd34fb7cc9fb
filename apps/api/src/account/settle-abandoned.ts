import type { Cell } from "./cell.ts";
import { abandonedMs } from "./idempotency.ts";

/** Ends calls whose isolate died as `unknown`, and approvals nobody gave in time as `blocked`. */
export function settleAbandoned(cell: Cell, now: number): void {
  for (const entry of cell.journal.abandoned(now - abandonedMs)) {
    const message = "The call was interrupted; whether it happened is not known.";
    cell.journal.write({
      ...entry,
      record: {
        ...entry.record,
        status: "unknown",
        errorType: "unknown",
        errorCode: "internal_error",
        errorMessage: message,
        finishedAt: now,
      },
    });
  }
  for (const { id, call } of cell.approvals.expire(now)) {
    if (call.controls.idempotencyKey !== undefined) cell.idempotency.settle(call.controls.idempotencyKey, null);
    const entry = cell.journal.read(id);
    if (!entry) continue;
    cell.journal.write({
      ...entry,
      record: {
        ...entry.record,
        status: "blocked",
        errorType: "validation",
        errorCode: "confirmation_required",
        errorMessage: "Nobody approved it in time.",
        finishedAt: now,
      },
    });
  }
}
