import {
  type ErrorCode,
  type ExecuteFailure,
  type ExecuteSuccess,
  type Execution,
  type ExecutionMeta,
  type ExecutionStatus,
  errorTable,
  type LoggedAttempt,
  type PreviewRequest,
  type Shortening,
} from "@clawlink/contract";
import type { Failure } from "./failure.ts";
import type { Begun, FoundTool } from "./ports.ts";
import type { Shortened } from "./shorten-output.ts";

/** What every answer to one call shares. */
export interface AnswerFacts {
  readonly executionId: string;
  readonly toolName: string;
  readonly found: FoundTool | null;
  readonly integration: string | null;
  readonly connectionId: number | null;
  readonly mode: "direct" | "preview";
  readonly startedAt: number;
  readonly endedAt: number;
  readonly attemptLog: readonly LoggedAttempt[];
  readonly pacedMs: number;
  readonly providerRequestId: string | null;
}

const time = (moment: number) => new Date(moment).toISOString();

function metaOf(facts: AnswerFacts): ExecutionMeta {
  return {
    startedAt: time(facts.startedAt),
    endedAt: time(facts.endedAt),
    durationMs: Math.max(facts.endedAt - facts.startedAt, 0),
    requestId: facts.executionId,
    ...(facts.providerRequestId ? { providerRequestId: facts.providerRequestId } : {}),
    attempts: facts.attemptLog.length,
    pacedMs: facts.pacedMs,
  };
}

function canonicalBase(facts: AnswerFacts, status: ExecutionStatus, summary: string): Execution {
  return {
    execution_id: status === "blocked" || facts.mode === "preview" ? null : facts.executionId,
    status,
    integration_id: facts.integration ?? "",
    action_id: facts.found?.action.id ?? facts.toolName,
    started_at: time(facts.startedAt),
    finished_at: status === "pending_approval" || status === "running" ? null : time(facts.endedAt),
    display: { title: facts.found?.action.title ?? facts.toolName, summary },
  };
}

/** What a caller waits after a limit nobody explained, in milliseconds: `rate_limited` always names a wait. */
const unexplainedPauseMs = 5_000;

/** The answer to a call that ran, or was previewed. */
export function successAnswer(
  facts: AnswerFacts,
  input: Record<string, unknown>,
  output: unknown,
  confirmation: { requiresConfirmation: boolean; policyReason: string | null },
  { request, shortened }: { request?: PreviewRequest; shortened: Shortened | null },
): ExecuteSuccess {
  const integration = facts.integration ?? "";
  const data = output ?? null;
  const told = shortened && { shortened: shorteningOf(shortened) };
  const summary = facts.mode === "preview" ? "Nothing was sent. This is what would be." : "Done.";
  return {
    ok: true,
    toolName: facts.toolName,
    integration,
    connectionId: facts.connectionId,
    mode: facts.mode,
    tool: { name: facts.toolName, integration },
    args: input,
    data,
    result: data,
    ...confirmation,
    ...(request ? { request } : {}),
    ...told,
    meta: metaOf(facts),
    canonical: { ...canonicalBase(facts, "succeeded", summary), output: data, ...told },
  };
}

/** What was left out of an answer, and how to get it. */
function shorteningOf({ sizeBytes, textsCut, itemsLeftOut }: Shortened): Shortening {
  const parts = [
    ...(textsCut > 0 ? [`${textsCut} long texts are cut`] : []),
    ...(itemsLeftOut > 0 ? [`${itemsLeftOut} items are left out`] : []),
  ];
  const hint = `${parts.join(" and ")}. Call again with fields, a smaller limit, or maxBytes: ${sizeBytes} for all of it.`;
  return { size_bytes: sizeBytes, texts_cut: textsCut, items_left_out: itemsLeftOut, hint };
}

/** What to do next, where connecting is the cure. */
function nextAction(code: ErrorCode, integration: string | null): Pick<Execution, "recommended_next_action"> {
  if (!integration) return {};
  if (code === "needs_connection")
    return { recommended_next_action: { tool: "clawlink.connect_app", input: { integration_id: integration } } };
  const reconnect = code === "needs_reauth" || code === "needs_scope_upgrade";
  return reconnect
    ? {
        recommended_next_action: {
          tool: "clawlink.connect_app",
          input: { integration_id: integration, force_reconnect: true },
        },
      }
    : {};
}

/** The status a failed call ends with. */
export function failureStatus(failure: Failure): ExecutionStatus {
  if (failure.unknownOutcome) return "unknown";
  return errorTable[failure.code].outcome;
}

/** The answer to a call that did not succeed. */
export function failureAnswer(
  facts: AnswerFacts,
  failure: Failure,
  inputSchema: Record<string, unknown> | null,
): ExecuteFailure {
  const row = errorTable[failure.code];
  const { hint = row.hint, missingFields, invalidFields, details, upgradeUrl } = failure.facts;
  const pause = failure.code === "rate_limited" ? unexplainedPauseMs : undefined;
  const retryAfterMs = failure.facts.retryAfterMs ?? pause;
  const unknown = failure.unknownOutcome === true;
  const message = unknown ? `${failure.message} Whether it happened is not known.` : failure.message;
  const advice = unknown ? "Look at the provider whether it happened before you repeat it." : hint;
  const integrationKnown = facts.integration !== null;
  const canonicalCode =
    failure.code === "tool_not_found" && !integrationKnown ? "integration_not_found" : row.canonical;
  return {
    ok: false,
    toolName: facts.toolName,
    integration: facts.integration,
    connectionId: facts.connectionId,
    error: {
      type: row.type,
      code: failure.code,
      message,
      retryable: row.retryable && !unknown,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    },
    ...(missingFields?.length ? { missingFields: [...missingFields] } : {}),
    ...(invalidFields?.length ? { invalidFields: [...invalidFields] } : {}),
    ...(details ? { details: { ...details } } : {}),
    hint: advice,
    ...(failure.code === "invalid_arguments" && inputSchema ? { inputSchema } : {}),
    ...(upgradeUrl ? { upgradeUrl } : {}),
    meta: metaOf(facts),
    canonical: {
      ...canonicalBase(facts, failureStatus(failure), message),
      error_code: canonicalCode,
      message,
      hint: advice,
      ...nextAction(failure.code, facts.integration),
    },
  };
}

/** The answer to a call that waits for a person. */
export function pendingAnswer(facts: AnswerFacts, approvalUrl: string): ExecuteFailure {
  const message = "A person has to approve this in the dashboard.";
  const hint = `Ask them to open ${approvalUrl}, then read GET /api/executions/${facts.executionId} until it has finished.`;
  return {
    ok: false,
    toolName: facts.toolName,
    integration: facts.integration,
    connectionId: facts.connectionId,
    error: { type: errorTable.confirmation_required.type, code: "confirmation_required", message, retryable: false },
    hint,
    meta: metaOf(facts),
    canonical: { ...canonicalBase(facts, "pending_approval", message), message, hint, approval_url: approvalUrl },
  };
}

type Repeated = Extract<Begun, { kind: "admitted" }>["repeats"];

/** The answer, with a hint when the same device asked for the same write a moment ago: both ran, since two may be meant. */
export function hinted<A extends ExecuteSuccess | ExecuteFailure>(answer: A, repeats: Repeated): A {
  if (!repeats) return answer;
  const seconds = Math.max(Math.round(repeats.agoMs / 1000), 1);
  const note = `The same call was made ${seconds} s before (${repeats.executionId}), and both ran. If this one was a retry, send an idempotency key with writes: then a retry gets the first result.`;
  const hint = answer.hint === undefined ? note : `${answer.hint} ${note}`;
  return { ...answer, hint, canonical: { ...answer.canonical, hint } };
}
