import { type ExecuteFailure, errorTable } from "@clawlink/contract";
import { expect, it } from "vitest";
import { callView } from "../../src/playground/call-view.ts";

const moment = "2026-11-29T10:00:00.000Z";

function refused(hint: string): ExecuteFailure {
  return {
    ok: false,
    toolName: "gmail_send_email",
    integration: "gmail",
    connectionId: null,
    error: { type: "auth", code: "billing_required", message: "The trial ended.", retryable: false },
    hint,
    meta: { startedAt: moment, endedAt: moment, durationMs: 6, requestId: "exe_1", attempts: 0, pacedMs: 0 },
    canonical: {
      execution_id: null,
      status: "blocked",
      integration_id: "gmail",
      action_id: "send_email",
      started_at: moment,
      finished_at: moment,
      display: { title: "Send an e-mail", summary: "The trial ended." },
    },
  };
}

it("tells a person what to do in a person's words, and passes on what the call itself says", () => {
  const forAgents = errorTable.billing_required.hint;
  expect(callView(refused(forAgents)).hint).toBe("Upgrade your plan, then try again.");
  expect(callView(refused("Free again on Monday.")).hint).toBe("Free again on Monday.");
});
