import { type ExecuteSuccess, errorTable } from "@clawlink/contract";
import { type AnswerFacts, failureStatus } from "./answer.ts";
import type { ExecutionRecord } from "./execution-record.ts";
import type { Failure } from "./failure.ts";
import type { FoundTool } from "./ports.ts";
import { recordable } from "./redact.ts";
import type { Run } from "./run.ts";

/** The most of an output that is recorded, in bytes of JSON. */
const recordedOutputBytes = 65_536;

/** How a call came out. */
export type Result =
  | { readonly ok: true; readonly answer: ExecuteSuccess; readonly output: unknown }
  | { readonly ok: false; readonly failure: Failure };

/** The row a finished call becomes. */
export function recordOf(run: Run, facts: AnswerFacts, found: FoundTool, result: Result): ExecutionRecord {
  const failure = result.ok ? null : result.failure;
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
    attempts: facts.attemptLog.length,
    attemptLog: facts.attemptLog,
    pacedMs: facts.pacedMs,
    latencyMs: facts.endedAt - facts.startedAt,
    providerRequestId: facts.providerRequestId,
    input: run.input,
    output: result.ok ? recordable(result.output, recordedOutputBytes) : null,
    createdAt: run.startedAt,
    finishedAt: facts.endedAt,
  };
}
