import { IntegrationAnswer, JsonObject, type Tool, ToolList } from "@clawlink/contract";
import { fromJsonSchema, type JsonSchemaValidatorResult, McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { asMeant } from "./as-meant.ts";
import { type Cancelled, cancellable } from "./cancellable.ts";
import { askOnStream } from "./confirmation.ts";
import type { ServerSettings } from "./create-server.ts";
import { executionOutput } from "./execution-output.ts";
import type { Host } from "./host.ts";
import { type ActionSurroundings, problem, runAction } from "./run-action.ts";
import { toolSchema } from "./tool-schema.ts";
import { appVoice } from "./voice.ts";

/** Says yes to anything: arguments are validated, refused and recorded where every call's are, by the engine. */
function accept<T>(input: unknown): JsonSchemaValidatorResult<T> {
  return { valid: true, data: input as T, errorMessage: undefined };
}
const unchecked = { getValidator: <T>() => accept<T> };

const Controls = z.looseObject({
  _confirm: z.boolean().optional(),
  _connection_id: z.int().positive().optional(),
  _idempotency_key: z.string().min(1).max(255).optional(),
  _fields: z.array(z.string()).optional(),
});
const confirm = { type: "boolean", description: "true once the person agrees." };
const reading = {
  _connection_id: { type: "integer", description: "Another account than the default." },
  _fields: { type: "array", items: { type: "string" }, description: "Paths to keep of the output." },
};
const writing = { _connection_id: reading._connection_id, _idempotency_key: { type: "string" } };

/** The action's own schema with our arguments beside its own. */
function inputSchema(tool: Tool): Record<string, unknown> {
  const own = JsonObject.catch({}).parse(tool.inputSchema.properties);
  const ours = tool.mode === "read" ? reading : writing;
  const properties = { ...own, ...(tool.requiresConfirmation ? { _confirm: confirm } : {}), ...ours };
  return { ...tool.inputSchema, type: "object", properties };
}

/** A fresh MCP server with one app's actions as its tools; null when there is no such app. */
export async function createAppServer(
  host: Host,
  slug: string,
  { progressEveryMs = 5_000, asker, cancelled }: Omit<ServerSettings, "names"> = {},
): Promise<McpServer | null> {
  const at = encodeURIComponent(slug);
  const app = IntegrationAnswer.safeParse((await host.call({ method: "GET", path: `/api/integrations/${at}` })).body);
  const tools = ToolList.safeParse((await host.call({ method: "GET", path: `/api/tools?integration=${at}` })).body);
  if (!app.success || !tools.success) return null;
  const { name, summary } = app.data.integration;
  const server = new McpServer(
    { name: `clawlink-${slug}`, title: `${name} through ClawLink`, version: "1.0.0" },
    {
      instructions: summary,
      capabilities: { tools: { listChanged: false } },
      cacheHints: { "tools/list": { ttlMs: 300_000, cacheScope: "private" } },
    },
  );
  const surroundings = { host, voice: appVoice, progressEveryMs, ask: askOnStream(server, asker) };
  for (const tool of tools.data.tools) register(server, tool, surroundings, cancelled);
  return server;
}

const unreadable = ({ issues }: z.ZodError) =>
  `${issues.map(({ path, message }) => `${path.join(".")}: ${message}.`).join(" ")}\nCorrect the arguments and repeat this call.`;

function register(
  server: McpServer,
  tool: Tool,
  surroundings: ActionSurroundings,
  cancelled: Cancelled | undefined,
): void {
  const annotations = {
    readOnlyHint: tool.mode === "read",
    destructiveHint: tool.mode === "destructive",
    idempotentHint: tool.idempotent,
    openWorldHint: true,
  };
  const { title, description } = tool.canonical.action;
  const schema = inputSchema(tool);
  const config = {
    title,
    description,
    inputSchema: fromJsonSchema(schema, unchecked),
    outputSchema: toolSchema(executionOutput),
    annotations,
  };
  server.registerTool(tool.name, config, async (raw, context) => {
    const controls = Controls.safeParse(asMeant(raw ?? {}, schema));
    if (!controls.success) return problem(unreadable(controls.error));
    const { _confirm, _connection_id, _idempotency_key, _fields, ...input } = controls.data;
    const call = {
      integration: tool.integration,
      action: tool.name,
      input,
      confirm: _confirm,
      connectionId: _connection_id,
      idempotencyKey: _idempotency_key,
      fields: _fields,
    };
    return runAction(call, surroundings, cancellable(context, cancelled));
  });
}
