import { z } from "zod";
import { executionOutput } from "./execution-output.ts";
import type { HostRequest } from "./host.ts";
import type { ActionCall } from "./run-action.ts";

/** What a tool does with its input: asks one endpoint, or runs an action. */
export type ToolWork = { readonly ask: HostRequest } | { readonly run: ActionCall };

/** One `clawlink.*` tool: what it takes, what it answers, and the endpoint it stands for. */
export interface McpTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  readonly readOnly: boolean;
  readonly idempotent: boolean;
  work(input: unknown): ToolWork;
}

function tool<Input extends z.ZodObject>(
  definition: Omit<McpTool, "input" | "work"> & { input: Input; work(input: z.output<Input>): ToolWork },
): McpTool {
  return { ...definition, work: (input) => definition.work(definition.input.parse(input)) };
}

/** A path with a query; empty values are left out. */
function withQuery(path: string, query: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return search.size > 0 ? `${path}?${search}` : path;
}

const encode = encodeURIComponent;
const reads = { readOnly: true, idempotent: true } as const;
const app = z.string().describe("Such as gmail.");
const action = z.string().describe("Such as send_email.");
const items = z.looseObject({ items: z.array(z.looseObject({})) });
const connectInput = z.object({
  integration_id: app,
  force_reconnect: z.boolean().optional().describe("Renew the default connection."),
});
const connectOutput = z.looseObject({
  integration_id: z.string(),
  status: z.string(),
  connect_url: z.string().nullable(),
});
const beginConnection = ({ integration_id, force_reconnect }: z.output<typeof connectInput>): ToolWork => ({
  ask: {
    method: "POST",
    path: `/api/connections/${encode(integration_id)}/begin`,
    body: { reuse_if_connected: force_reconnect !== true, ...(force_reconnect ? { force_reconnect } : {}) },
  },
});
const get = (path: string): ToolWork => ({ ask: { method: "GET", path } });
/** The tools, in the order they are listed: few, whatever the size of the catalog. */
export const mcpTools: readonly McpTool[] = [
  tool({
    ...reads,
    name: "clawlink.whoami",
    title: "Who am I",
    description: "Whose apps these are.",
    input: z.object({}),
    output: z.looseObject({ user_id: z.string() }),
    work: () => get("/api/agent/whoami"),
  }),
  tool({
    ...reads,
    name: "clawlink.search",
    title: "Search",
    description: "Find apps and actions by what you want to do. Start here.",
    input: z.object({
      query: z.string().min(1),
      connected_only: z.boolean().optional(),
      limit: z.int().min(1).max(50).optional(),
    }),
    output: items,
    work: (input) => get(withQuery("/api/search", input)),
  }),
  tool({
    ...reads,
    name: "clawlink.list_integrations",
    title: "List apps",
    description: "The apps there are, and which are connected.",
    input: z.object({
      query: z.string().optional(),
      connected_only: z.boolean().optional(),
      account: z.string().optional(),
      page: z.int().min(1).optional(),
      page_size: z.int().min(1).max(100).optional(),
    }),
    output: items,
    work: (input) => get(withQuery("/api/integrations", { page_size: 20, ...input })),
  }),
  tool({
    ...reads,
    name: "clawlink.get_integration",
    title: "Get app",
    description: "One app, its connections (those of account, by name) and actions.",
    input: z.object({ integration_id: app, account: z.string().optional(), page: z.int().min(1).optional() }),
    output: z.looseObject({ integration: z.looseObject({}) }),
    work: ({ integration_id, ...query }) => get(withQuery(`/api/integrations/${encode(integration_id)}`, query)),
  }),
  tool({
    ...reads,
    name: "clawlink.list_actions",
    title: "List actions",
    description: "An app's actions, best match for intent first.",
    input: z.object({ integration_id: app, intent: z.string().optional() }),
    output: items,
    work: (input) => get(withQuery("/api/actions", input)),
  }),
  tool({
    ...reads,
    name: "clawlink.get_action",
    title: "Get action",
    description: "One action with its input schema. Read it before executing.",
    input: z.object({ integration_id: app, action_id: action }),
    output: z.looseObject({ action_id: z.string(), input_schema: z.looseObject({}) }),
    work: ({ integration_id, action_id }) => get(`/api/actions/${encode(integration_id)}/${encode(action_id)}`),
  }),
  tool({
    ...reads,
    name: "clawlink.get_connection",
    title: "Get connection",
    description: "Whether an app is connected and usable.",
    input: z.object({ integration_id: app }),
    output: z.looseObject({ integration_id: z.string(), connected: z.boolean(), state: z.string() }),
    work: ({ integration_id }) => get(`/api/connections/${encode(integration_id)}`),
  }),
  tool({
    readOnly: false,
    idempotent: true,
    name: "clawlink.connect_app",
    title: "Connect app",
    description: "Get a link where the person connects an app.",
    input: connectInput,
    output: connectOutput,
    work: beginConnection,
  }),
  tool({
    readOnly: false,
    idempotent: true,
    name: "clawlink.begin_connection",
    title: "Connect app",
    description: "Same as connect_app.",
    input: connectInput,
    output: connectOutput,
    work: beginConnection,
  }),
  tool({
    readOnly: false,
    idempotent: false,
    name: "clawlink.execute",
    title: "Execute",
    description: "Run an action. Set confirm: true for anything but reads, once the person agrees.",
    input: z.object({
      integration_id: app,
      action_id: action,
      input: z.record(z.string(), z.unknown()).optional(),
      confirm: z.boolean().optional(),
      connection_id: z.int().min(1).optional(),
      idempotency_key: z.string().min(1).max(255).optional(),
      fields: z.array(z.string()).optional().describe("Paths to keep of the output."),
      max_bytes: z.int().min(256).optional(),
    }),
    output: executionOutput,
    work: (input) => ({
      run: {
        integration: input.integration_id,
        action: input.action_id,
        input: input.input ?? {},
        confirm: input.confirm,
        connectionId: input.connection_id,
        idempotencyKey: input.idempotency_key,
        fields: input.fields,
        maxBytes: input.max_bytes,
      },
    }),
  }),
  tool({
    ...reads,
    name: "clawlink.get_execution",
    title: "Get execution",
    description: "A call's outcome; slices of a stored output.",
    input: z.object({
      execution_id: z.string(),
      path: z.string().optional().describe("Such as messages.0.body."),
      fields: z.string().optional().describe("Commas between."),
      offset: z.int().min(0).optional(),
      limit: z.int().min(1).optional(),
    }),
    output: executionOutput,
    work: ({ execution_id, ...slice }) => get(withQuery(`/api/executions/${encode(execution_id)}`, slice)),
  }),
];
