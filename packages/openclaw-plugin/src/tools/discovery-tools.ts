import * as z from "zod";
import { ask } from "../client.ts";
import { defineTool, type Told } from "./define-tool.ts";
import { Slug } from "./slug.ts";

const Connected = z.object({
  id: z.number(),
  integration: z.string(),
  accountLabel: z.string().nullish(),
  connectionLabel: z.string().nullish(),
  isDefault: z.boolean().optional(),
  authState: z.string().optional(),
});

export const listIntegrationsTool = defineTool({
  name: "clawlink_list_integrations",
  label: "Connected apps",
  description: "The person's connected apps and accounts, with the connectionId of each.",
  input: z.object({
    account: z.string().trim().max(200).optional().describe("Only accounts whose name holds these words."),
  }),
  run: async ({ input: { account }, settings, signal }) => {
    const answer = z.object({ integrations: z.array(Connected), integrations_total: z.number().optional() });
    const query = new URLSearchParams({ page_size: "1", ...(account ? { account } : {}) });
    const told = await ask(settings, { path: `/api/integrations?${query}`, answer, signal });
    const { integrations, integrations_total = integrations.length } = told;
    const more = integrations_total - integrations.length;
    const lines = integrations.map(({ id, integration, accountLabel, connectionLabel, isDefault, authState }) => {
      const label = [...new Set([connectionLabel, accountLabel].filter(Boolean))].join(", ");
      const state = authState === "healthy" || authState === undefined ? "" : `, ${authState}`;
      return `- ${integration}: ${label || "account"} (connectionId ${id}${isDefault ? ", default" : ""}${state})`;
    });
    if (more > 0) lines.push(`- and ${more} more; name some words of an account to find it.`);
    if (lines.length === 0 && account)
      return {
        text: `No connected account is called "${account}".\nNext: leave account out.`,
        details: { integrations },
      };
    return {
      text: lines.length
        ? `${lines.join("\n")}\nNext: clawlink_search_tools with what you want to do. Other apps: clawlink_start_connection.`
        : "No app is connected yet.\nNext: clawlink_start_connection with the app the person wants.",
      details: { integrations },
    };
  },
});

const ToolSummary = z.object({
  name: z.string(),
  integration: z.string(),
  description: z.string(),
  mode: z.string(),
  requiresConfirmation: z.boolean(),
  connectionCount: z.number(),
  inputSchema: z.object({
    properties: z.record(z.string(), z.unknown()).optional(),
    required: z.array(z.string()).optional(),
  }),
});
const Tools = z.object({ tools: z.array(ToolSummary) });

/** A tool in one line: its arguments with `?` after those that may be left out. */
function line({
  name,
  description,
  requiresConfirmation,
  connectionCount,
  inputSchema,
}: z.infer<typeof ToolSummary>): string {
  const required = inputSchema.required ?? [];
  const args = Object.keys(inputSchema.properties ?? {}).map((key) => (required.includes(key) ? key : `${key}?`));
  const notes = [requiresConfirmation ? "needs confirmation" : "", connectionCount === 0 ? "not connected" : ""];
  const note = notes.filter(Boolean).join(", ");
  return `- ${name}(${args.join(", ")}): ${description.split("\n")[0]?.slice(0, 200)}${note ? ` [${note}]` : ""}`;
}

function told(tools: z.infer<typeof ToolSummary>[], none: string): Told {
  if (tools.length === 0) return { text: none, details: { tools } };
  const next = "Next: clawlink_describe_tool for its arguments in full, or clawlink_call_tool when they are plain.";
  return { text: `${tools.map(line).join("\n")}\n${next}`, details: { tools } };
}

export const listToolsTool = defineTool({
  name: "clawlink_list_tools",
  label: "Tools of an app",
  description: "Every tool of one app, a line each. Prefer clawlink_search_tools when you know what you want to do.",
  input: z.object({ integration: Slug }),
  run: async ({ input, settings, signal }) => {
    const path = `/api/tools?${new URLSearchParams({ integration: input.integration })}`;
    const { tools } = await ask(settings, { path, answer: Tools, signal });
    return told(tools, `${input.integration} has no tools this key may use.\nNext: clawlink_list_integrations.`);
  },
});

export const searchToolsTool = defineTool({
  name: "clawlink_search_tools",
  label: "Find a tool",
  description: "Find tools by what you want to do, in plain words, such as 'send an email' or 'open issues'.",
  input: z.object({
    query: z.string().trim().min(1).max(500).describe("What you want to do."),
    integration: Slug.optional(),
    limit: z.int().min(1).max(25).optional().describe("At most this many; 8 when left out."),
  }),
  run: async ({ input: { query, integration, limit = 8 }, settings, signal }) => {
    const search = new URLSearchParams({ query, limit: String(limit), ...(integration ? { integration } : {}) });
    const { tools } = await ask(settings, { path: `/api/tools/search?${search}`, answer: Tools, signal });
    return told(tools, `Nothing fits "${query}".\nNext: try other words, or clawlink_list_tools with one app.`);
  },
});

export const ToolName = z.string().trim().min(1).max(200).describe("A tool's exact name, such as gmail_send_email.");
const Described = z.object({
  tool: ToolSummary.extend({
    inputSchema: z.record(z.string(), z.unknown()),
    examples: z.array(z.object({ title: z.string(), arguments: z.unknown() })).optional(),
    whenToUse: z.array(z.string()).optional(),
    askBefore: z.array(z.string()).optional(),
    followups: z.array(z.string()).optional(),
  }),
});

export const describeToolTool = defineTool({
  name: "clawlink_describe_tool",
  label: "Describe a tool",
  description: "A tool's arguments (JSON Schema), examples, and what to ask the person first.",
  input: z.object({ tool: ToolName }),
  run: async ({ input, settings, signal }) => {
    const path = `/api/tools/${encodeURIComponent(input.tool)}`;
    const { tool } = await ask(settings, { path, answer: Described, signal, tool: input.tool });
    const lines = [
      `${tool.name} (${tool.mode}${tool.requiresConfirmation ? ", needs confirmation" : ""}): ${tool.description}`,
      `arguments: ${JSON.stringify(tool.inputSchema)}`,
      ...(tool.examples ?? [])
        .slice(0, 2)
        .map((example) => `example, ${example.title}: ${JSON.stringify(example.arguments)}`),
      ...(tool.askBefore ?? []).map((text) => `ask first: ${text}`),
      `Next: ${tool.requiresConfirmation ? "clawlink_preview_tool, then clawlink_call_tool with confirmed: true once the person agrees." : "clawlink_call_tool."}`,
    ];
    return { text: lines.join("\n"), details: { tool } };
  },
});
