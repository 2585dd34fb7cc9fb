import { z } from "zod";
import { ConnectionId, JsonObject, Slug, Timestamp } from "./scalars.ts";
import { ExecutionStatus } from "./state.ts";

/** A file sent inside the request (CONTRACT.md section 10). */
export const InlineFile = z.object({
  pointer: z.string().min(1).max(300),
  name: z.string().min(1).max(300),
  mimetype: z.string().min(1).max(200),
  md5: z.string().length(32),
  dataBase64: z.string(),
});
export type InlineFile = z.infer<typeof InlineFile>;

/** The keys of an execute body that are not arguments. */
export const ExecuteControls = z.object({
  connectionId: ConnectionId.optional(),
  confirmed: z.boolean().optional(),
  files: z.array(InlineFile).max(50).optional(),
  idempotencyKey: z.string().min(1).max(255).optional(),
  fields: z.array(z.string().min(1).max(300)).max(100).optional(),
  maxBytes: z.int().min(256).max(10_000_000).optional(),
});
export type ExecuteControls = z.infer<typeof ExecuteControls>;

/** Body of preview and execute: without `arguments`, all other top-level keys are the arguments. */
export const ExecuteBody = ExecuteControls.extend({ arguments: JsonObject.optional() }).catchall(z.unknown());

/** Splits an execute body into its controls and the action's arguments. */
export function splitExecuteBody(body: z.infer<typeof ExecuteBody>): {
  controls: ExecuteControls;
  input: Record<string, unknown>;
} {
  const { arguments: named, connectionId, confirmed, files, idempotencyKey, fields, maxBytes, ...rest } = body;
  return { controls: { connectionId, confirmed, files, idempotencyKey, fields, maxBytes }, input: named ?? rest };
}

export const ExecutionStart = z.object({
  integration_id: Slug,
  action_id: z.string().min(1).max(200),
  input: JsonObject.default({}),
  idempotency_key: z.string().min(1).max(255).optional(),
  confirm: z.boolean().optional(),
  connection_id: ConnectionId.optional(),
  fields: ExecuteControls.shape.fields,
  max_bytes: ExecuteControls.shape.maxBytes,
});

/** What an answer leaves out where nobody asked for `fields` or `maxBytes`, and how to get it. */
export const Shortening = z.object({
  size_bytes: z.int().describe("Size of all of it, in bytes of JSON."),
  texts_cut: z.int(),
  items_left_out: z.int(),
  hint: z.string(),
});
export type Shortening = z.infer<typeof Shortening>;

/** The canonical summary of a call: what `/api/executions` answers, and every tool answer carries. */
export const Execution = z.object({
  execution_id: z.string().nullable(),
  status: ExecutionStatus,
  integration_id: z.string(),
  action_id: z.string(),
  started_at: Timestamp,
  finished_at: Timestamp.nullable(),
  output: z.unknown().optional(),
  shortened: Shortening.optional(),
  display: z.object({ title: z.string(), summary: z.string() }),
  error_code: z.string().optional(),
  message: z.string().optional(),
  hint: z.string().optional(),
  recommended_next_action: z.object({ tool: z.string(), input: JsonObject }).optional(),
  approval_url: z.string().optional(),
});
export type Execution = z.infer<typeof Execution>;

export const ExecutionMeta = z.object({
  startedAt: Timestamp,
  endedAt: Timestamp,
  durationMs: z.int(),
  requestId: z.string(),
  providerRequestId: z.string().optional(),
  attempts: z.int(),
  pacedMs: z.int(),
});
export type ExecutionMeta = z.infer<typeof ExecutionMeta>;

/** What would be sent, credentials masked. */
export const PreviewRequest = z.object({
  method: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.unknown(),
});
export type PreviewRequest = z.infer<typeof PreviewRequest>;

export const ExecuteSuccess = z.object({
  ok: z.literal(true),
  toolName: z.string(),
  integration: z.string(),
  connectionId: ConnectionId.nullable(),
  mode: z.enum(["direct", "preview"]),
  tool: z.object({ name: z.string(), integration: z.string() }),
  args: JsonObject,
  data: z.unknown(),
  result: z.unknown(),
  requiresConfirmation: z.boolean(),
  policyReason: z.string().nullable(),
  request: PreviewRequest.optional(),
  shortened: Shortening.optional(),
  hint: z.string().optional(),
  meta: ExecutionMeta,
  canonical: Execution,
});
export type ExecuteSuccess = z.infer<typeof ExecuteSuccess>;

export const ExecuteFailure = z.object({
  ok: z.literal(false),
  toolName: z.string(),
  integration: z.string().nullable(),
  connectionId: ConnectionId.nullable(),
  error: z.object({
    type: z.string(),
    code: z.string(),
    message: z.string(),
    retryable: z.boolean(),
    retryAfterMs: z.int().optional(),
  }),
  missingFields: z.array(z.string()).optional(),
  invalidFields: z.array(z.string()).optional(),
  details: JsonObject.optional(),
  hint: z.string().optional(),
  inputSchema: JsonObject.optional(),
  upgradeUrl: z.string().optional(),
  meta: ExecutionMeta,
  canonical: Execution,
});
export type ExecuteFailure = z.infer<typeof ExecuteFailure>;
export type ExecuteAnswer = ExecuteSuccess | ExecuteFailure;

export const ExecutionParam = z.object({ id: z.string().min(1).max(100) });
export const ExecutionSlice = z.object({
  path: z.string().max(500).optional().describe("JSON Pointer or dotted path into the stored output."),
  fields: z.string().max(2000).optional().describe("Comma-separated paths to keep of each item."),
  offset: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(1000).optional(),
  count: z.string().optional().describe("Set to answer with the length of the list alone."),
});
export type ExecutionSlice = z.infer<typeof ExecutionSlice>;
