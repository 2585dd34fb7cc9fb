import type { Execution } from "@clawlink/contract";

const meta = {
  startedAt: "2026-11-23T10:00:00.000Z",
  endedAt: "2026-11-23T10:00:01.000Z",
  durationMs: 1000,
  requestId: "exe_1",
  attempts: 1,
  pacedMs: 0,
};
const canonical: Execution = {
  execution_id: "exe_1",
  status: "succeeded",
  integration_id: "shop",
  action_id: "create_order",
  started_at: meta.startedAt,
  finished_at: meta.endedAt,
  display: { title: "Create an order", summary: "Done." },
};

/** What the tool endpoint answers to a call that ran. */
export function ran(output: unknown) {
  const body = {
    ok: true,
    toolName: "shop_create_order",
    integration: "shop",
    connectionId: 1,
    mode: "direct",
    tool: { name: "shop_create_order", integration: "shop" },
    args: {},
    data: output,
    result: output,
    requiresConfirmation: true,
    policyReason: null,
    meta,
    canonical: { ...canonical, output },
  };
  return { status: 200, body };
}

/** What the tool endpoint answers to a call that did not succeed. */
export function refused(code: string, facts: Record<string, unknown> = {}, summary: Partial<Execution> = {}) {
  const { retryAfterMs, ...rest } = facts;
  const body = {
    ok: false,
    toolName: "shop_create_order",
    integration: "shop",
    connectionId: null,
    error: {
      type: "validation",
      code,
      message: "It went wrong.",
      retryable: false,
      ...(retryAfterMs ? { retryAfterMs } : {}),
    },
    hint: "The table's hint.",
    ...rest,
    meta,
    canonical: { ...canonical, execution_id: null, status: "blocked", ...summary },
  };
  return { status: 409, body };
}
