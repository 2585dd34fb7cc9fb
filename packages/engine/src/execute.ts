import { AppError, type ExecuteAnswer } from "@clawlink/contract";
import type { Plan, Problems } from "@clawlink/provider-kit";
import { failureAnswer, hinted, pendingAnswer } from "./answer.ts";
import { findTool, nearestTools } from "./find-tool.ts";
import { fingerprint } from "./fingerprint.ts";
import { isNews } from "./pacer.ts";
import { type Admitted, perform } from "./perform.ts";
import type { BeginCall, Begun, FinishCall, FoundTool, Ports } from "./ports.ts";
import { recordOf } from "./record-of.ts";
import { recordable } from "./redact.ts";
import { factsOf, type Run } from "./run.ts";
import type { ToolAnswer, ToolCall } from "./tool-call.ts";

/** The most of an input that is recorded, in bytes of JSON. */
const recordedInputBytes = 16_384;
/** How long a call may take in all, waiting included, in milliseconds. */
const totalMs = 45_000;

/** The one file that knows the order of the stages (ARCHITECTURE.md section 3). Throws `AppError("unauthorized")` alone. */
export async function execute(ports: Ports, call: ToolCall): Promise<ToolAnswer<ExecuteAnswer>> {
  const found = findTool(ports.catalog, call.toolName);
  const plan = found ? (await ports.catalog.action(found.app.slug, found.action.id)).plan(call.input) : null;
  const startedAt = ports.now();
  const run: Run = {
    ports,
    call,
    account: ports.account(call.accountId),
    executionId: call.approvedExecutionId ?? ports.newExecutionId(),
    startedAt,
    deadline: startedAt + totalMs,
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
      return { answer: pending(run, begun), replayed: begun.executionId !== run.executionId };
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
  const { idempotencyKey, fields, maxBytes, files = [] } = call.controls;
  const { toolName, input } = call;
  const write = found !== null && found.action.effect !== "read";
  const mark = write || run.key !== null ? await fingerprint(toolName, input, connectionId, files) : "";
  const controls = { idempotencyKey, fields, maxBytes };
  return run.account.begin({
    executionId: run.executionId,
    keyHash: call.keyHash,
    startedAt: run.startedAt,
    deadline: run.deadline,
    mode: call.mode,
    toolName,
    tool: found && toolOf(found),
    connectionId,
    confirmed: call.controls.confirmed === true,
    problems,
    idempotency: run.key === null ? null : { key: run.key, fingerprint: mark },
    likeness: write && run.key === null && call.mode === "direct" ? mark : null,
    input: run.input,
    approvable: write && files.length === 0 ? { toolName, input, connectionId, controls, fingerprint: mark } : null,
    approved: call.approvedExecutionId !== undefined,
  });
}

/** What the cell decides on of a tool: everything it is sent has to be copied there. */
function toolOf({ app, action }: FoundTool): BeginCall["tool"] {
  const { id: actionId, title, effect, scopes } = action;
  return { integration: app.slug, actionId, action: { title, effect, scopes }, needsConnection: app.flow !== "none" };
}

async function schemaOf(ports: Ports, found: FoundTool): Promise<Record<string, unknown> | null> {
  return (await ports.catalog.describe(found.app.slug))[found.action.id]?.detail.input_schema ?? null;
}

function pending(run: Run, { executionId, connectionId, approvalUrl }: Extract<Begun, { kind: "pending" }>) {
  return pendingAnswer({ ...factsOf(run, connectionId), executionId }, approvalUrl);
}

async function refuse(run: Run, refusal: Extract<Begun, { kind: "refused" }>): Promise<ExecuteAnswer> {
  const { ports, found, call } = run;
  const nearest = refusal.code === "tool_not_found" ? nearestTools(ports.catalog, call.toolName) : [];
  const suggestion = nearest.length > 0 ? { details: { nearest }, hint: `Did you mean ${nearest.join(", ")}?` } : {};
  const schema = found && refusal.code === "invalid_arguments" ? await schemaOf(ports, found) : null;
  const failure = { ...refusal, facts: { ...refusal.facts, ...suggestion } };
  return failureAnswer(factsOf(run, refusal.connectionId), failure, schema);
}

async function proceed(run: Run, admitted: Admitted, found: FoundTool, plan: Plan): Promise<ExecuteAnswer> {
  const performed = await perform(run, admitted, found, plan);
  const { result, sign, credentialVersion } = performed;
  const facts = factsOf(run, admitted.connection?.id ?? null, performed);
  const schema = !result.ok && result.failure.code === "invalid_arguments" ? await schemaOf(run.ports, found) : null;
  const answer = hinted(result.ok ? result.answer : failureAnswer(facts, result.failure, schema), admitted.repeats);
  const settled = result.ok || result.failure.unknownOutcome === true || result.failure.code === "provider_rejected";
  const idempotency = run.key === null ? null : { key: run.key, answer: settled ? answer : null };
  const end = () => ({ record: recordOf(run, facts, found, result), idempotency, credentialVersion, sign });
  const leisurely = (found.action.effect === "read" || run.call.mode === "preview") && run.key === null;
  const unremarkable = result.ok && (sign === null || !isNews(sign));
  const finished = finish(run, end, leisurely && unremarkable ? "finishSoon" : "finish");
  if (leisurely) run.ports.later(finished);
  else await finished;
  return answer;
}

/**
 * Tells the cell how the call ended, once more if the first time fails. What is done is done, so the caller gets the answer either
 * way: a write that could not be finished stays `running` in the cell and ends there as `unknown`.
 */
async function finish(
  { account, executionId }: Run,
  end: () => FinishCall,
  how: "finish" | "finishSoon",
): Promise<void> {
  await (how === "finishSoon" ? account.finishSoon(end) : account.finish(end()))
    .catch(() => account.finish(end()))
    .catch((error: unknown) => console.error("a call could not be recorded", executionId, String(error)));
}
