import { ExecuteSuccess, type Execution, toolName } from "@clawlink/contract";
import type { CallToolResult, InputRequiredResult, ServerContext } from "@modelcontextprotocol/server";
import { z } from "zod";
import { askToConfirm, canAsk, decisionOf } from "./confirmation.ts";
import { failureText, readFailure } from "./failure-text.ts";
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
}

const Stored = z.object({ clawlink_result: z.literal("stored"), execution_id: z.string(), size_bytes: z.number() });
const Begun = z.object({ connect_url: z.string() });
const connectable = ["needs_connection", "needs_reauth", "needs_scope_upgrade"];

/** Runs an action at the tool endpoint, whose failures say the most; the structured content is the canonical summary. */
export async function runAction(
  call: ActionCall,
  { host, voice, progressEveryMs }: ActionSurroundings,
  context: ServerContext,
): Promise<CallToolResult | InputRequiredResult> {
  const decision = decisionOf(context);
  if (decision === "decline" || decision === "cancel")
    return problem("The person did not agree, so nothing was done. Do not repeat this call unless they ask for it.");
  const stop = reportProgress(context, progressEveryMs);
  try {
    const { body } = await host.call(requestOf(call, decision === "accept"), context.mcpReq.signal);
    const done = ExecuteSuccess.safeParse(body);
    if (done.success) return success(done.data.canonical, voice);
    const failed = readFailure(body);
    const asks =
      failed.code === "confirmation_required" && failed.summary?.approval_url === undefined && canAsk(context);
    if (asks) return askToConfirm(`${failed.message} Go ahead`, call.input);
    const link = connectable.includes(failed.code) && !voice.discovery ? await connectLink(host, call.integration) : "";
    const told = problem(failureText(failed, voice) + link);
    return failed.summary ? { ...told, structuredContent: { ...failed.summary } } : told;
  } finally {
    stop();
  }
}

function requestOf(call: ActionCall, accepted: boolean) {
  const prefix = toolName(call.integration, "");
  const name = call.action.startsWith(prefix) ? call.action : prefix + call.action;
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

function success(execution: Execution, voice: Voice): CallToolResult {
  const { title, summary } = execution.display;
  const stored = Stored.safeParse(execution.output).data;
  const more = stored
    ? `\nThe whole output (${stored.size_bytes} bytes) is stored for a day: read parts of it${
        voice.discovery ? ` by ${voice.tool("clawlink.get_execution")} with path, fields, offset and limit` : ""
      }.`
    : "";
  const text = `${title}: ${summary}${more}\n${JSON.stringify(execution)}`;
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
  return { structuredContent: { ...execution }, content: [{ type: "text", text }, ...link] };
}

/** The address of an execution's stored result, as a resource. */
export function executionUri(id: string): string {
  return `clawlink://executions/${encodeURIComponent(id)}`;
}

/** A result that says what went wrong. */
export function problem(text: string): CallToolResult {
  return { isError: true, content: [{ type: "text", text }] };
}
