import { z } from "zod";
import { Connection } from "./connection.ts";
import { Effect } from "./effect.ts";
import { JsonObject, Slug } from "./scalars.ts";
import { ConnectionState } from "./state.ts";

const InputSummary = z.object({ required: z.array(z.string()), optional: z.array(z.string()) });
const Example = z.object({ title: z.string(), arguments: JsonObject });
export type Example = z.infer<typeof Example>;

/** An action without its schemas, for lists (CONTRACT.md section 6). */
export const ActionSummary = z.object({
  action_id: z.string(),
  title: z.string(),
  description: z.string(),
  side_effect_level: Effect,
  input_summary: InputSummary,
  examples: z.array(Example).optional(),
});
export type ActionSummary = z.infer<typeof ActionSummary>;

export const ActionDetail = ActionSummary.extend({
  requires_confirmation: z.boolean(),
  idempotent: z.boolean(),
  supports_async: z.boolean(),
  input_schema: JsonObject,
  output_schema: JsonObject.optional(),
  preconditions: z.array(z.string()).optional(),
});
export type ActionDetail = z.infer<typeof ActionDetail>;

/** A tool as agents list, search and describe it. */
export const Tool = z.object({
  name: z.string(),
  integration: z.string(),
  description: z.string(),
  inputSchema: JsonObject,
  outputSchema: JsonObject.optional(),
  mode: z.enum(["read", "write", "destructive"]),
  accessLevel: Effect,
  risk: z.enum(["safe", "confirm", "high_impact"]),
  requiresConfirmation: z.boolean(),
  previewAvailable: z.boolean(),
  guidanceAvailable: z.boolean(),
  defaultConnectionId: z.int().nullable(),
  connectionCount: z.int(),
  connections: z.array(Connection).optional().describe("The first of them, the default before others."),
  examples: z.array(Example).optional(),
  tags: z.array(z.string()).optional(),
  whenToUse: z.array(z.string()).optional(),
  askBefore: z.array(z.string()).optional(),
  safeDefaults: JsonObject.optional(),
  followups: z.array(z.string()).optional(),
  idempotent: z.boolean(),
  canonical: z.object({ integration_id: z.string(), action: ActionDetail }),
  default_connection_state: ConnectionState,
});
export type Tool = z.infer<typeof Tool>;

export const ToolList = z.object({ tools: z.array(Tool), count: z.int(), integration: z.string().nullable() });
export const ToolSearch = ToolList.extend({ query: z.string() });
export const ToolAnswer = z.object({ tool: Tool });
export const ToolNameParam = z.object({ name: z.string().min(1).max(200) });
export const ToolListQuery = z.object({ integration: Slug.optional() });
export const ToolSearchQuery = z.object({
  query: z.string().trim().min(1).max(500),
  integration: Slug.optional(),
  limit: z.coerce.number().int().min(1).max(25).default(10),
});

export const ActionListQuery = z.object({ integration_id: Slug, intent: z.string().trim().max(500).optional() });
export const ActionList = z.object({ integration_id: z.string(), items: z.array(ActionSummary) });
export const ActionParam = z.object({ integration_id: Slug, action_id: z.string().min(1).max(200) });
export const ActionAnswer = ActionDetail.extend({ integration_id: z.string(), tool_name: z.string() });
