import {
  agentRoutes,
  type ErrorCode,
  type ExecuteAnswer,
  type ExecutionErrorCode,
  errorTable,
  splitExecuteBody,
  toolName,
} from "@clawlink/contract";
import { execute, findAction, type ToolCall } from "@clawlink/engine";
import type { Hono } from "hono";
import { catalog } from "../catalog.ts";
import { type Deps, makePorts } from "../deps.ts";
import { idempotencyKey } from "../idempotency-key.ts";
import { readExecution } from "../read-execution.ts";
import { type AgentKey, type Env, serve } from "../serve.ts";

function codeOf(answer: ExecuteAnswer): ErrorCode | null {
  return answer.ok
    ? null
    : (Object.keys(errorTable).find((code): code is ExecutionErrorCode => code === answer.error.code) ??
        "internal_error");
}

/** JSON with the status and headers an execution's outcome asks for. */
function respond(body: unknown, status: number, answer: ExecuteAnswer, replayed: boolean): Response {
  const headers = new Headers({ "content-type": "application/json" });
  if (replayed) headers.set("idempotent-replayed", "true");
  const wait = answer.ok ? undefined : answer.error.retryAfterMs;
  if (wait !== undefined) headers.set("retry-after", String(Math.max(Math.ceil(wait / 1000), 1)));
  return new Response(JSON.stringify(body), { status, headers });
}

/** Runs a call that ends with its request: cancelling the request reaches the provider. */
async function run(
  deps: Deps,
  { accountId, keyHash, from }: AgentKey,
  { signal }: Request,
  call: Omit<ToolCall, "accountId" | "keyHash" | "signal">,
) {
  return execute(makePorts(deps, keyHash, from), { ...call, accountId, keyHash, signal });
}

/** Running tools, in both forms (CONTRACT.md section 7). */
export function executionRoutes(app: Hono<Env>): void {
  for (const [route, mode] of [
    [agentRoutes.previewTool, "preview"],
    [agentRoutes.executeTool, "direct"],
  ] as const) {
    serve(app, route, async ({ params, body, deps, key, request }) => {
      const { controls, input } = splitExecuteBody(body);
      const keyed = { ...controls, idempotencyKey: idempotencyKey(request, controls.idempotencyKey) };
      const { answer, replayed } = await run(deps, key, request, {
        toolName: params.name,
        input,
        controls: keyed,
        mode,
      });
      const code = codeOf(answer);
      const pending = answer.canonical.status === "pending_approval";
      return respond(answer, pending ? 202 : code ? errorTable[code].status : 200, answer, replayed);
    });
  }
  serve(app, agentRoutes.startExecution, async ({ body, deps, key, request }) => {
    const found = findAction(catalog, body.integration_id, body.action_id);
    const controls = {
      connectionId: body.connection_id,
      confirmed: body.confirm,
      idempotencyKey: idempotencyKey(request, body.idempotency_key),
      fields: body.fields,
      maxBytes: body.max_bytes,
    };
    const name = found?.action.tool ?? toolName(body.integration_id, body.action_id);
    const { answer, replayed } = await run(deps, key, request, {
      toolName: name,
      input: body.input,
      controls,
      mode: "direct",
    });
    const code = codeOf(answer);
    const pending = answer.canonical.status === "pending_approval";
    return respond(answer.canonical, pending ? 202 : code ? errorTable[code].executionStatus : 200, answer, replayed);
  });
  serve(app, agentRoutes.getExecution, async ({ params, query, deps, key, caller }) => {
    const { key: asking } = await caller();
    return readExecution(deps, key.accountId, asking, params.id, query);
  });
}
