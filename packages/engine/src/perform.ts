import { AppError } from "@clawlink/contract";
import type { EncodedRequest, Plan, ProviderResponse } from "@clawlink/provider-kit";
import { z } from "zod";
import { successAnswer } from "./answer.ts";
import { buildRequest, previewRequest, requestContext } from "./build-request.ts";
import { callProvider, type ProviderCall } from "./call-provider.ts";
import { type Failure, StageFailure } from "./failure.ts";
import { keyed, leaveMark } from "./mark.ts";
import type { LimitSign } from "./pacer.ts";
import type { Begun, FoundTool } from "./ports.ts";
import type { Result } from "./record-of.ts";
import { type Effort, factsOf, noEffort, type Run } from "./run.ts";
import { type Settled, settleWrite } from "./settle-write.ts";
import { shapeOutput } from "./shape-output.ts";
import type { Shortened } from "./shorten-output.ts";

export type Admitted = Extract<Begun, { kind: "admitted" }>;

/** What running an admitted call came to. */
export interface Performed extends Asked {
  readonly result: Result;
}

/** What asking the provider cost and showed. */
interface Asked extends Effort {
  readonly sign: LimitSign | null;
  readonly credentialVersion: number | null;
}

/** Builds the request and, unless this is a preview, sends it and reads the answer; never throws. */
export async function perform(run: Run, admitted: Admitted, found: FoundTool, plan: Plan): Promise<Performed> {
  const { catalog } = run.ports;
  let effort: Asked = { ...noEffort, pacedMs: admitted.pacedMs, sign: null, credentialVersion: null };
  let asked = false;
  try {
    const provider = await catalog.provider(found.app.slug);
    const action = await catalog.action(found.app.slug, found.action.id);
    const account = admitted.connection?.account ?? null;
    const mark = await leaveMark(found, run.call.accountId, run.key ?? run.executionId);
    const context = await requestContext(run.ports, found, plan, account, mark, run.call.controls.files ?? []);
    const request = keyed(
      action.idempotencyHeader,
      mark,
      buildRequest(provider, () => plan.request(context)),
    );
    const answer = (data: unknown, shortened: Shortened | null, shown?: EncodedRequest) =>
      successAnswer(
        factsOf(run, admitted.connection?.id ?? null, effort),
        plan.input,
        data,
        { requiresConfirmation: admitted.requiresConfirmation, policyReason: admitted.policyReason },
        { shortened, ...(shown ? { request: previewRequest(provider, shown) } : {}) },
      );
    if (run.call.mode === "preview")
      return { ...effort, result: { ok: true, answer: answer(null, null, request), output: null } };
    const call: ProviderCall = {
      provider,
      request,
      effect: found.action.effect,
      keySent: action.idempotencyHeader !== undefined,
      as: action.responseType ?? "json",
      accountId: run.call.accountId,
      connection: admitted.connection,
      startedAt: run.startedAt,
      deadline: run.deadline,
      cancelled: run.call.signal,
    };
    asked = true;
    const outcome = await callProvider(run.ports, run.account, call);
    effort = { ...outcome, pacedMs: admitted.pacedMs + outcome.pacedMs };
    const read = readOutcome(plan, outcome.result, found);
    const settled = read.ok ? read : await settleWrite(run, call, plan, context, read.failure);
    if (!settled.ok) return { ...effort, result: settled };
    const { output } = settled;
    const { fields, maxBytes } = run.call.controls;
    const { accountId } = run.call;
    const wishes = { fields, maxBytes, whole: action.answersWhole === true };
    const shaped = await shapeOutput(output, wishes, run.ports.results, accountId, run.executionId);
    const { data, recorded, shortened } = shaped;
    return { ...effort, result: { ok: true, answer: answer(data, shortened), output: recorded } };
  } catch (error) {
    return { ...effort, result: { ok: false, failure: failureOf(error, asked && found.action.effect !== "read") } };
  }
}

/** The provider's answer as the action reads it; an answer of another shape is a failure, of unknown outcome for a write. */
function readOutcome(
  plan: Plan,
  result: { ok: true; response: ProviderResponse } | { ok: false; failure: Failure },
  found: FoundTool,
): Settled {
  if (!result.ok) return result;
  try {
    return { ok: true, output: plan.result(result.response) };
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const where = error.issues.slice(0, 3).map((issue) => issue.path.map(String).join(".") || "(body)");
    const { status } = result.response;
    const message = `${found.app.name} answered (${status}), but not as its API does: ${where.join(", ")}.`;
    const unknownOutcome = found.action.effect !== "read";
    return { ok: false, failure: { code: "provider_unavailable", message, facts: {}, unknownOutcome } };
  }
}

function failureOf(error: unknown, unknownOutcome: boolean): Failure {
  if (error instanceof StageFailure) return error.failure;
  if (error instanceof AppError && (error.code === "configuration_error" || error.code === "internal_error"))
    return { code: error.code, message: error.message, facts: error.facts };
  console.error("execution failed", error instanceof Error ? error.stack : String(error));
  return { code: "internal_error", message: "Something went wrong on our side.", facts: {}, unknownOutcome };
}
