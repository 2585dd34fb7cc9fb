import { AppError } from "@clawlink/contract";
import type { Action, EncodedRequest, Plan, Provider, ProviderResponse } from "@clawlink/provider-kit";
import { z } from "zod";
import { successAnswer } from "./answer.ts";
import { buildRequest, previewRequest } from "./build-request.ts";
import { callProvider } from "./call-provider.ts";
import { type Failure, StageFailure } from "./failure.ts";
import type { LimitSign } from "./pacer.ts";
import type { Begun, FoundTool } from "./ports.ts";
import type { Result } from "./record-of.ts";
import { type Effort, factsOf, noEffort, type Run } from "./run.ts";
import { shapeOutput } from "./shape-output.ts";

export type Admitted = Extract<Begun, { kind: "admitted" }>;

/** What running an admitted call came to. */
export interface Performed extends Effort {
  readonly result: Result;
  readonly sign: LimitSign | null;
}

/** Builds the request and, unless this is a preview, sends it and reads the answer; never throws. */
export async function perform(run: Run, admitted: Admitted, found: FoundTool, plan: Plan): Promise<Performed> {
  const { catalog } = run.ports;
  let effort: Effort & { sign: LimitSign | null } = { ...noEffort, pacedMs: admitted.pacedMs, sign: null };
  let asked = false;
  try {
    const provider = await catalog.provider(found.app.slug);
    const action = await catalog.action(found.app.slug, found.action.id);
    const request = await encode(run, admitted, found, plan, provider, action);
    const answer = (data: unknown, shown?: EncodedRequest) =>
      successAnswer(
        factsOf(run, admitted.connection?.id ?? null, effort),
        plan.input,
        data,
        { requiresConfirmation: admitted.requiresConfirmation, policyReason: admitted.policyReason },
        shown && previewRequest(provider, shown),
      );
    if (run.call.mode === "preview") return { ...effort, result: { ok: true, answer: answer(null, request) } };
    asked = true;
    const outcome = await callProvider(run.ports, run.account, {
      provider,
      request,
      effect: found.action.effect,
      keySent: action.idempotencyHeader !== undefined,
      as: action.responseType ?? "json",
      accountId: run.call.accountId,
      connection: admitted.connection,
      deadline: run.deadline,
    });
    effort = { ...outcome, pacedMs: admitted.pacedMs + outcome.pacedMs };
    if (!outcome.result.ok) return { ...effort, result: outcome.result };
    const output = readResult(plan, outcome.result.response, found);
    const { fields, maxBytes } = run.call.controls;
    const { accountId } = run.call;
    const data = await shapeOutput(output, { fields, maxBytes }, run.ports.results, accountId, run.executionId);
    return { ...effort, result: { ok: true, answer: answer(data) } };
  } catch (error) {
    return { ...effort, result: { ok: false, failure: failureOf(error, asked && found.action.effect !== "read") } };
  }
}

/** The request with its idempotency key, where the provider takes one: the caller's, or this execution's own. */
async function encode(
  run: Run,
  admitted: Admitted,
  found: FoundTool,
  plan: Plan,
  provider: Provider,
  action: Action,
): Promise<EncodedRequest> {
  const account = admitted.connection?.account ?? null;
  const built = await buildRequest(run.ports, provider, found, plan, account, run.call.controls.files ?? []);
  const header = action.idempotencyHeader?.toLowerCase();
  return header ? { ...built, headers: { ...built.headers, [header]: run.key ?? run.executionId } } : built;
}

/** The provider's answer as the action reads it; an answer of another shape is a failure, of unknown outcome for a write. */
function readResult(plan: Plan, response: ProviderResponse, found: FoundTool): unknown {
  try {
    return plan.result(response);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const where = error.issues.slice(0, 3).map((issue) => issue.path.map(String).join(".") || "(body)");
    const message = `${found.app.name} answered (${response.status}), but not as its API does: ${where.join(", ")}.`;
    throw new StageFailure("provider_unavailable", message, {}, found.action.effect !== "read");
  }
}

function failureOf(error: unknown, unknownOutcome: boolean): Failure {
  if (error instanceof StageFailure) return error.failure;
  if (error instanceof AppError && (error.code === "configuration_error" || error.code === "internal_error"))
    return { code: error.code, message: error.message, facts: error.facts };
  console.error("execution failed", error instanceof Error ? error.stack : String(error));
  return { code: "internal_error", message: "Something went wrong on our side.", facts: {}, unknownOutcome };
}
