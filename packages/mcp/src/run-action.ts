import { ExecuteSuccess, type Execution, toolName } from "@clawlink/contract";
import type { CallToolResult, InputRequiredResult, ServerContext } from "@modelcontextprotocol/server";
import { z } from "zod";
import type { Ask } from "./asker.ts";
import { askInRounds, decisionOf, questionOf, takesRounds } from "./confirmation.ts";
import { adviceText, failureText, nearestOf, readFailure } from "./failure-text.ts";
import type { Host } from "./host.ts";
import { reportProgress } from "./progress.ts";
import type { Voice } from "./voice.ts";

/** One call of an action, as a tool of either server asks for it. */
export interface ActionCall {
  readonly integration: string;
  /** The action's id, or its full tool name. */
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly confirm?: boolean | undefined;
  readonly connectionId?: number | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly fields?: readonly string[] | undefined;
  readonly maxBytes?: number | undefined;
}

/** What running actions needs beside the call. */
export interface ActionSurroundings {
  readonly host: Host;
  readonly voice: Voice;
  readonly progressEveryMs: number;
  /** Puts a question to the person while the call waits; null where this client cannot be asked so. */
  readonly ask: Ask | null;
}

const Stored = z.object({ clawlink_result: z.literal("stored"), execution_id: z.string(), size_bytes: z.number() });
const Empty = z.strictObject({});
const Begun = z.object({ connect_url: z.string() });
const connectable = ["needs_connection", "needs_reauth", "needs_scope_upgrade"];
const disagreed = "The person did not agree, so nothing was done. Do not repeat this call unless they ask for it.";
const undecided = ({ confirm }: Voice) =>
  `The question was dismissed without a decision, so nothing was done. Ask the person yourself; when they agree, repeat this call with ${confirm}: true.`;
const unanswered =
  "The person was asked and did not answer in time, so nothing was done. Repeat this call once they are there to answer.";

/** Runs an action at the tool endpoint, whose failures say the most; the structured content is the canonical summary. */
export async function runAction(
  call: ActionCall,
  surroundings: ActionSurroundings,
  context: ServerContext,
): Promise<CallToolResult | InputRequiredResult> {
  const decision = decisionOf(context);
  if (decision === "decline") return problem(disagreed);
  if (decision === "cancel") return problem(undecided(surroundings.voice));
  const progress = reportProgress(context, surroundings.progressEveryMs);
  const attempt = (accepted: boolean) => attemptCall(call, accepted, surroundings, context.mcpReq.signal);
  try {
    const { result, toConfirm } = await attempt(decision === "accept");
    if (toConfirm === null) return result;
    const question = questionOf(toConfirm, call.input);
    if (takesRounds(context)) return askInRounds(question);
    if (!surroundings.ask) return result;
    progress.waitFor("person");
    const answered = await surroundings.ask(question, context);
    progress.waitFor("app");
    switch (answered) {
      case "accept":
        return (await attempt(true)).result;
      case "decline":
        return problem(disagreed);
      case "cancel":
        return problem(undecided(surroundings.voice));
      case "unanswered":
        return problem(unanswered);
      case "unable":
        return result;
    }
  } finally {
    progress.stop();
  }
}

/** Asks the tool endpoint once; `toConfirm` says why the person at the client has to agree first, where they have to and can. */
async function attemptCall(
  call: ActionCall,
  accepted: boolean,
  { host, voice, ...rest }: ActionSurroundings,
  signal: AbortSignal,
  name = toolOf(call),
): Promise<{ result: CallToolResult; toConfirm: string | null }> {
  const { body } = await host.call(requestOf(call, name, accepted), signal);
  const done = ExecuteSuccess.safeParse(body);
  if (done.success) return { result: success(done.data.canonical, call, voice), toConfirm: null };
  const failed = readFailure(body);
  // A whole name says which app is meant, whatever app stands beside it.
  if (name !== call.action && nearestOf(failed).includes(call.action))
    return attemptCall(call, accepted, { host, voice, ...rest }, signal, call.action);
  const confirmable = failed.code === "confirmation_required" && failed.summary?.approval_url === undefined;
  const link = connectable.includes(failed.code) && !voice.discovery ? await connectLink(host, call.integration) : "";
  const told = problem(failureText(failed, voice) + link);
  return {
    result: failed.summary
      ? { ...told, structuredContent: summaryOf(failed.summary, adviceText(failed, voice) + link, voice) }
      : told,
    toConfirm: confirmable ? failed.message : null,
  };
}

/** The canonical summary in this server's voice: some clients (Codex) show a model nothing but the structured content. */
function summaryOf(summary: Execution, hint: string, voice: Voice): Record<string, unknown> {
  const { recommended_next_action: next } = summary;
  const named = next && { recommended_next_action: { ...next, tool: voice.tool(next.tool) } };
  return { ...summary, ...named, ...(hint === "" ? {} : { hint }) };
}

/** The tool a call means: its action may be named with its app or without. */
function toolOf({ integration, action }: ActionCall): string {
  const prefix = toolName(integration, "");
  return action.startsWith(prefix) ? action : prefix + action;
}

function requestOf(call: ActionCall, name: string, accepted: boolean) {
  const { input, confirm, connectionId, idempotencyKey, fields, maxBytes } = call;
  const controls = { confirmed: accepted || confirm, connectionId, idempotencyKey, fields, maxBytes };
  const path = `/api/tools/${encodeURIComponent(name)}/execute`;
  return { method: "POST" as const, path, body: { arguments: input, ...controls } };
}

/** Where the person connects the app, for servers without a tool that tells. */
async function connectLink(host: Host, integration: string): Promise<string> {
  const path = `/api/connections/${encodeURIComponent(integration)}/begin`;
  const begun = Begun.safeParse((await host.call({ method: "POST", path, body: {} })).body);
  return begun.success
    ? `\nAsk the person to open ${begun.data.connect_url}, and repeat this call once they are done.`
    : "";
}

function success(execution: Execution, { fields = [] }: ActionCall, voice: Voice): CallToolResult {
  const { display, ...told } = execution;
  const { title, summary } = display;
  const stored = Stored.safeParse(execution.output).data;
  const more = stored
    ? `The whole output (${stored.size_bytes} bytes) is stored for a day: read parts of it${
        voice.discovery ? ` by ${voice.tool("clawlink.get_execution")} with path, fields, offset and limit` : ""
      }.`
    : "";
  const empty = fields.length > 0 && Empty.safeParse(execution.output).success;
  const missed = empty ? `The output has nothing at these fields: ${fields.join(", ")}.` : "";
  const hint = [more, missed].filter((part) => part !== "").join("\n");
  const text = [`${title}: ${summary}`, hint, JSON.stringify(told)].filter((part) => part !== "").join("\n");
  const link = stored
    ? [
        {
          type: "resource_link" as const,
          uri: executionUri(stored.execution_id),
          name: title,
          mimeType: "application/json",
        },
      ]
    : [];
  return { structuredContent: summaryOf(execution, hint, voice), content: [{ type: "text", text }, ...link] };
}

/** The address of an execution's stored result, as a resource. */
export function executionUri(id: string): string {
  return `clawlink://executions/${encodeURIComponent(id)}`;
}

/** A result that says what went wrong. */
export function problem(text: string): CallToolResult {
  return { isError: true, content: [{ type: "text", text }] };
}
