import { z } from "zod";
import type { HostRequest } from "./host.ts";

/** One `clawlink.*` tool: what it takes, what it answers, and the endpoint it stands for. */
export interface McpTool<Input extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  readonly output: z.ZodObject;
  readonly readOnly: boolean;
  readonly idempotent: boolean;
  request(input: unknown): HostRequest;
}

function tool<Input extends z.ZodObject>(
  definition: Omit<McpTool<Input>, "request"> & { request(input: z.output<Input>): HostRequest },
): McpTool {
  return { ...definition, request: (input) => definition.request(definition.input.parse(input)) };
}

/** A path with a query; empty values are left out. */
function withQuery(path: string, query: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return search.size > 0 ? `${path}?${search}` : path;
}

const encode = encodeURIComponent;
const reads = { readOnly: true, idempotent: true } as const;
const app = z.string().describe("App id, such as gmail.");
const action = z.string().describe("Action id.");
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
const beginConnection = ({ integration_id, force_reconnect }: z.output<typeof connectInput>): HostRequest => ({
  method: "POST",
  path: `/api/connections/${encode(integration_id)}/begin`,
  body: { reuse_if_connected: force_reconnect !== true, ...(force_reconnect ? { force_reconnect } : {}) },
});
const execution = z.looseObject({
  execution_id: z.string().nullable(),
  status: z.string(),
  integration_id: z.string(),
  action_id: z.string(),
});

/** The tools, in the order they are listed: few, whatever the size of the catalog. */
export const mcpTools: readonly McpTool[] = [
  tool({
    ...reads,
    name: "clawlink.whoami",
    title: "Who am I",
    description: "Whose apps these are.",
    input: z.object({}),
    output: z.looseObject({ user_id: z.string() }),
    request: () => ({ method: "GET", path: "/api/agent/whoami" }),
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
    request: (input) => ({ method: "GET", path: withQuery("/api/search", input) }),
  }),
  tool({
    ...reads,
    name: "clawlink.list_integrations",
    title: "List apps",
    description: "The apps there are, and which are connected.",
    input: z.object({
      query: z.string().optional(),
      connected_only: z.boolean().optional(),
      page: z.int().min(1).optional(),
      page_size: z.int().min(1).max(100).optional(),
    }),
    output: items,
    request: (input) => ({ method: "GET", path: withQuery("/api/integrations", { page_size: 20, ...input }) }),
  }),
  tool({
    ...reads,
    name: "clawlink.get_integration",
    title: "Get app",
    description: "One app, its connections and actions.",
    input: z.object({ integration_id: app }),
    output: z.looseObject({ integration: z.looseObject({}) }),
    request: ({ integration_id }) => ({ method: "GET", path: `/api/integrations/${encode(integration_id)}` }),
  }),
  tool({
    ...reads,
    name: "clawlink.list_actions",
    title: "List actions",
    description: "An app's actions, best match for intent first.",
    input: z.object({ integration_id: app, intent: z.string().optional() }),
    output: items,
    request: (input) => ({ method: "GET", path: withQuery("/api/actions", input) }),
  }),
  tool({
    ...reads,
    name: "clawlink.get_action",
    title: "Get action",
    description: "One action with its input schema. Read it before executing.",
    input: z.object({ integration_id: app, action_id: action }),
    output: z.looseObject({ action_id: z.string(), input_schema: z.looseObject({}) }),
    request: ({ integration_id, action_id }) => ({
      method: "GET",
      path: `/api/actions/${encode(integration_id)}/${encode(action_id)}`,
    }),
  }),
  tool({
    ...reads,
    name: "clawlink.get_connection",
    title: "Get connection",
    description: "Whether an app is connected and usable.",
    input: z.object({ integration_id: app }),
    output: z.looseObject({ integration_id: z.string(), connected: z.boolean(), state: z.string() }),
    request: ({ integration_id }) => ({ method: "GET", path: `/api/connections/${encode(integration_id)}` }),
  }),
  tool({
    readOnly: false,
    idempotent: true,
    name: "clawlink.connect_app",
    title: "Connect app",
    description: "Get a link where the person connects an app.",
    input: connectInput,
    output: connectOutput,
    request: beginConnection,
  }),
  tool({
    readOnly: false,
    idempotent: true,
    name: "clawlink.begin_connection",
    title: "Connect app",
    description: "Same as clawlink.connect_app.",
    input: connectInput,
    output: connectOutput,
    request: beginConnection,
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
      connection_id: z.int().positive().optional(),
      idempotency_key: z.string().min(1).max(255).optional(),
    }),
    output: execution,
    request: (input) => ({ method: "POST", path: "/api/executions", body: input }),
  }),
  tool({
    ...reads,
    name: "clawlink.get_execution",
    title: "Get execution",
    description: "A call's outcome; slices of a stored output.",
    input: z.object({
      execution_id: z.string(),
      path: z.string().optional(),
      fields: z.string().optional(),
      offset: z.int().min(0).optional(),
      limit: z.int().min(1).optional(),
    }),
    output: execution,
    request: ({ execution_id, ...slice }) => ({
      method: "GET",
      path: withQuery(`/api/executions/${encode(execution_id)}`, slice),
    }),
  }),
];
