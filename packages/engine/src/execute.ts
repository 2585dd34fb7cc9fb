import { AppError, type ExecuteAnswer, type ExecuteSuccess, errorTable } from "@clawlink/contract";
import type { Plan, Problems } from "@clawlink/provider-kit";
import { z } from "zod";
import { type AnswerFacts, failureAnswer, failureStatus, pendingAnswer, successAnswer } from "./answer.ts";
import { buildRequest, previewRequest } from "./build-request.ts";
import { callProvider } from "./call-provider.ts";
import type { ExecutionRecord } from "./execution-record.ts";
import { type Failure, StageFailure } from "./failure.ts";
import { findTool, nearestTools } from "./find-tool.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Account, Begun, FoundTool, Ports } from "./ports.ts";
import { recordable } from "./redact.ts";
import { shapeOutput } from "./shape-output.ts";
import type { ToolAnswer, ToolCall } from "./tool-call.ts";

/** The most of an input and of an output that is recorded, in bytes of JSON. */
const recordedInputBytes = 16_384;
const recordedOutputBytes = 65_536;

type Admitted = Extract<Begun, { kind: "admitted" }>;

/** What running the action came to. */
interface Outcome {
  readonly attempts: number;
  readonly providerRequestId: string | null;
  readonly result:
    | { readonly ok: true; readonly answer: ExecuteSuccess }
    | { readonly ok: false; readonly failure: Failure };
}

/** Everything known about one call while it goes through the stages. */
interface Run {
  readonly ports: Ports;
  readonly call: ToolCall;
  readonly account: Account;
  readonly executionId: string;
  readonly startedAt: number;
  readonly found: FoundTool | null;
  readonly input: unknown;
  readonly key: string | null;
}

/** The one file that knows the order of the stages (ARCHITECTURE.md section 3). Throws `AppError("unauthorized")` alone. */
export async function execute(ports: Ports, call: ToolCall): Promise<ToolAnswer<ExecuteAnswer>> {
  const found = findTool(ports.catalog, call.toolName);
  const plan = found ? (await ports.catalog.action(found.app.slug, found.action.id)).plan(call.input) : null;
  const run: Run = {
    ports,
    call,
    account: ports.account(call.accountId),
    executionId: call.approvedExecutionId ?? ports.newExecutionId(),
    startedAt: ports.now(),
    found,
    input: recordable(call.input, recordedInputBytes),
    key: call.mode === "direct" ? (call.controls.idempotencyKey ?? null) : null,
  };
  const begun = await begin(run, plan && !plan.ok ? plan.problems : null);
  switch (begun.kind) {
    case "unauthorized":
      throw new AppError("unauthorized", "Unauthorized");
    case "replayed":
      return { answer: begun.answer, replayed: true };
    case "pending":
      return { answer: pendingAnswer(factsOf(run, begun.connectionId), begun.approvalUrl), replayed: false };
    case "refused":
      return { answer: await refuse(run, begun), replayed: false };
    case "admitted": {
      if (!found || !plan?.ok) throw new Error("The cell admitted a call that has no tool or no valid input.");
      return { answer: await proceed(run, begun, found, plan), replayed: false };
    }
  }
}

async function begin(run: Run, problems: Problems | null): Promise<Begun> {
  const { call, found } = run;
  const connectionId = call.controls.connectionId ?? null;
  const mark = await fingerprint(call.toolName, call.input, connectionId);
  return run.account.begin({
    executionId: run.executionId,
    keyHash: call.keyHash,
    startedAt: run.startedAt,
    mode: call.mode,
    toolName: call.toolName,
    tool: found
      ? {
          integration: found.app.slug,
          actionId: found.action.id,
          action: found.action,
          needsConnection: found.app.flow !== "none",
        }
      : null,
    connectionId,
    confirmed: call.controls.confirmed === true,
    problems,
    idempotency: run.key === null ? null : { key: run.key, fingerprint: mark },
    input: run.input,
    approvable: { toolName: call.toolName, input: call.input, connectionId, fingerprint: mark },
    approved: call.approvedExecutionId !== undefined,
  });
}

function factsOf(
  run: Run,
  connectionId: number | null,
  outcome?: Pick<Outcome, "attempts" | "providerRequestId">,
  pacedMs = 0,
): AnswerFacts {
  const integration =
    run.found?.app.slug ??
    run.ports.catalog.apps.find((app) => run.call.toolName.startsWith(`${app.slug.replaceAll("-", "_")}_`))?.slug ??
    null;
  return {
    executionId: run.executionId,
    toolName: run.call.toolName,
    found: run.found,
    integration,
    connectionId,
    mode: run.call.mode,
    startedAt: run.startedAt,
    endedAt: run.ports.now(),
    attempts: outcome?.attempts ?? 0,
    pacedMs,
    providerRequestId: outcome?.providerRequestId ?? null,
  };
}

async function refuse(run: Run, refusal: Extract<Begun, { kind: "refused" }>): Promise<ExecuteAnswer> {
  const nearest = refusal.code === "tool_not_found" ? nearestTools(run.ports.catalog, run.call.toolName) : [];
  const facts =
    nearest.length > 0
      ? { ...refusal.facts, details: { nearest }, hint: `Did you mean ${nearest.join(", ")}?` }
      : refusal.facts;
  const schema =
    run.found && refusal.code === "invalid_arguments"
      ? (await run.ports.catalog.describe(run.found.app.slug))[run.found.action.id]?.detail.input_schema
      : null;
  return failureAnswer(factsOf(run, refusal.connectionId), { ...refusal, facts }, schema ?? null);
}

async function proceed(run: Run, admitted: Admitted, found: FoundTool, plan: Plan): Promise<ExecuteAnswer> {
  const outcome = await perform(run, admitted, found, plan);
  const facts = factsOf(run, admitted.connection?.id ?? null, outcome, admitted.pacedMs);
  const schema =
    !outcome.result.ok && outcome.result.failure.code === "invalid_arguments"
      ? (await run.ports.catalog.describe(found.app.slug))[found.action.id]?.detail.input_schema
      : null;
  const answer = outcome.result.ok
    ? outcome.result.answer
    : failureAnswer(facts, outcome.result.failure, schema ?? null);
  const record = recordOf(run, facts, found, outcome);
  const keep =
    outcome.result.ok ||
    outcome.result.failure.unknownOutcome === true ||
    !errorTable[outcome.result.failure.code].retryable;
  const finished = run.account.finish({
    record,
    idempotency: run.key === null ? null : { key: run.key, answer: keep ? answer : null },
  });
  if (found.action.effect === "read" && run.key === null) run.ports.later(finished);
  else await finished;
  return answer;
}

async function perform(run: Run, admitted: Admitted, found: FoundTool, plan: Plan): Promise<Outcome> {
  const { ports, call } = run;
  try {
    const provider = await ports.catalog.provider(found.app.slug);
    const action = await ports.catalog.action(found.app.slug, found.action.id);
    const built = await buildRequest(
      ports,
      provider,
      found,
      plan,
      admitted.connection?.account ?? null,
      call.controls.files ?? [],
    );
    const keyed = action.idempotencyHeader?.toLowerCase();
    const request = keyed ? { ...built, headers: { ...built.headers, [keyed]: run.key ?? run.executionId } } : built;
    const { requiresConfirmation, policyReason } = admitted;
    if (call.mode === "preview") {
      const facts = factsOf(run, admitted.connection?.id ?? null);
      return {
        attempts: 0,
        providerRequestId: null,
        result: {
          ok: true,
          answer: successAnswer(
            facts,
            plan.input,
            null,
            { requiresConfirmation, policyReason },
            previewRequest(provider, request),
          ),
        },
      };
    }
    const asked = await callProvider(ports, run.account, {
      provider,
      request,
      effect: found.action.effect,
      keySent: keyed !== undefined,
      as: action.responseType ?? "json",
      accountId: call.accountId,
      connection: admitted.connection,
    });
    if (!asked.result.ok) return { ...asked, result: asked.result };
    const output = readResult(plan, asked.result.response, found);
    const data = await shapeOutput(
      output,
      { fields: call.controls.fields, maxBytes: call.controls.maxBytes },
      ports.results,
      call.accountId,
      run.executionId,
    );
    const facts = factsOf(run, admitted.connection?.id ?? null, asked, admitted.pacedMs);
    return {
      ...asked,
      result: { ok: true, answer: successAnswer(facts, plan.input, data, { requiresConfirmation, policyReason }) },
    };
  } catch (error) {
    return { attempts: 0, providerRequestId: null, result: { ok: false, failure: failureOf(error, found) } };
  }
}

/** The provider's answer as the action reads it; an answer of another shape is a failure, of unknown outcome for a write. */
function readResult(plan: Plan, response: Parameters<Plan["result"]>[0], found: FoundTool): unknown {
  try {
    return plan.result(response);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const where = error.issues.slice(0, 3).map((issue) => issue.path.map(String).join(".") || "(body)");
    throw new StageFailure(
      "provider_unavailable",
      `${found.app.name} answered (${response.status}), but not as its API does: ${where.join(", ")}.`,
      {},
      found.action.effect !== "read",
    );
  }
}

function failureOf(error: unknown, found: FoundTool): Failure {
  if (error instanceof StageFailure) return error.failure;
  if (error instanceof AppError && (error.code === "configuration_error" || error.code === "internal_error"))
    return { code: error.code, message: error.message, facts: error.facts };
  console.error("execution failed", error instanceof Error ? error.stack : String(error));
  return {
    code: "internal_error",
    message: "Something went wrong on our side.",
    facts: {},
    unknownOutcome: found.action.effect !== "read",
  };
}

function recordOf(run: Run, facts: AnswerFacts, found: FoundTool, outcome: Outcome): ExecutionRecord {
  const failure = outcome.result.ok ? null : outcome.result.failure;
  return {
    id: run.executionId,
    integration: facts.integration,
    action: found.action.id,
    connectionId: facts.connectionId,
    mode: run.call.mode,
    effect: found.action.effect,
    status: failure ? failureStatus(failure) : "succeeded",
    errorType: failure ? errorTable[failure.code].type : null,
    errorCode: failure?.code ?? null,
    errorMessage: failure?.message ?? null,
    attempts: facts.attempts,
    pacedMs: facts.pacedMs,
    latencyMs: facts.endedAt - facts.startedAt,
    providerRequestId: facts.providerRequestId,
    input: run.input,
    output: outcome.result.ok ? recordable(outcome.result.answer.data, recordedOutputBytes) : null,
    createdAt: run.startedAt,
    finishedAt: facts.endedAt,
  };
}
