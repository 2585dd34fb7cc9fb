import type { Plan, ProviderResponse, RequestContext, Settlement } from "@clawlink/provider-kit";
import { z } from "zod";
import { buildRequest } from "./build-request.ts";
import { callProvider, type ProviderCall } from "./call-provider.ts";
import type { Failure } from "./failure.ts";
import type { Run } from "./run.ts";

/** An output, or why there is none. */
export type Settled =
  | { readonly ok: true; readonly output: unknown }
  | { readonly ok: false; readonly failure: Failure };

/** When to look, after the answer that never came, in milliseconds: at once, and again for providers that show things late. */
const looks = [500, 3_000];
/** How long one look may take, beyond the call's own deadline, in milliseconds. */
const lookMs = 10_000;

/** The failure of a write that certainly did not happen. */
function notDone(failure: Failure): Failure {
  const hint = "The provider was asked and does not have it. It is safe to call again.";
  const message = `${failure.message} It was not done.`;
  return {
    ...failure,
    message,
    facts: { ...failure.facts, hint, details: { ...failure.facts.details, settled: "not_done" } },
    unknownOutcome: false,
  };
}

/**
 * Finds out whether a write of unknown outcome happened, where the action says how: its output when it did, a failure that is safe to
 * repeat when it did not, and the failure as it was when the provider cannot be asked (ARCHITECTURE.md section 2, property 6).
 */
export async function settleWrite(
  run: Run,
  call: ProviderCall,
  plan: Plan,
  context: RequestContext,
  failure: Failure,
): Promise<Settled> {
  const { settle } = plan;
  if (!settle || !failure.unknownOutcome) return { ok: false, failure };
  try {
    const request = buildRequest(call.provider, () => settle.request(context));
    // Nobody waits for a call that was cancelled; what became of it is looked up all the same.
    const look = { ...call, request, effect: "read", keySent: false, as: "json", cancelled: undefined } as const;
    let sure = true;
    for (const wait of looks) {
      await run.ports.sleep(wait);
      const startedAt = run.ports.now();
      const { result } = await callProvider(run.ports, run.account, {
        ...look,
        startedAt,
        deadline: startedAt + lookMs,
      });
      if (!result.ok && !isMissing(result.failure)) return { ok: false, failure };
      const output = result.ok ? readFound(settle, result.response, context) : null;
      if (output !== null && output !== undefined) return { ok: true, output };
      sure = output === null;
    }
    return { ok: false, failure: sure ? notDone(failure) : failure };
  } catch (error) {
    // Whatever keeps us from looking, the write itself is as unknown as it was.
    console.error("settling failed", run.executionId, error instanceof Error ? error.message : String(error));
    return { ok: false, failure };
  }
}

/** What the look found: an output, null for nothing, undefined when the answer tells nothing. */
function readFound(settle: Settlement, response: ProviderResponse, context: RequestContext): unknown {
  try {
    return settle.result(response, context) ?? null;
  } catch (error) {
    if (error instanceof z.ZodError) return undefined;
    throw error;
  }
}

const Missing = z.object({ provider: z.object({ status: z.union([z.literal(404), z.literal(410)]) }) });

/** Whether the provider said that there is no such thing. */
function isMissing({ facts }: Failure): boolean {
  return Missing.safeParse(facts.details).success;
}
