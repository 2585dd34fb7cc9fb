import type { Cell } from "./cell.ts";
import { closeUnrun } from "./close-unrun.ts";
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
  for (const { id, call } of cell.approvals.expire(now)) closeUnrun(cell, id, call, "Nobody approved it in time.");
}
