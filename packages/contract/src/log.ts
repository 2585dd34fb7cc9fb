import { z } from "zod";
import { Timestamp } from "./scalars.ts";
import { ExecutionStatus } from "./state.ts";

/** Filters of Usage (CONTRACT.md section 9). */
export const LogQuery = z.object({
  integration: z.string().max(64).optional(),
  action: z.string().max(200).optional(),
  status: ExecutionStatus.optional().catch(undefined),
  search: z.string().trim().max(200).optional(),
  device: z.string().max(64).optional(),
  connection: z.coerce.number().int().positive().optional().catch(undefined),
  from: z.string().max(40).optional(),
  to: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
});
export type LogQuery = z.infer<typeof LogQuery>;

export const LogEntry = z.object({
  id: z.string(),
  integration: z.string().nullable(),
  action: z.string(),
  success: z.boolean(),
  status: ExecutionStatus,
  latencyMs: z.int().nullable(),
  errorMessage: z.string().nullable(),
  device: z.string().nullable(),
  createdAt: Timestamp,
});
export type LogEntry = z.infer<typeof LogEntry>;

export const LogPage = z.object({
  logs: z.array(LogEntry),
  total: z.int(),
  stats: z.object({
    totalRequests: z.int(),
    successfulRequests: z.int(),
    failedRequests: z.int(),
    averageLatency: z.number(),
  }),
  /** The time `total` and `stats` are about, where it is not all that was asked for. */
  coverage: z.object({ from: Timestamp.nullable(), to: Timestamp.nullable() }),
  /** Where older calls go on; a page may be short of calls, even empty, and have one. */
  nextCursor: z.string().nullable(),
});
export type LogPage = z.infer<typeof LogPage>;

/** How an attempt ended that has no status: `not_sent` certainly never left, `no_answer` may have arrived, `forbidden` we did not let out. */
export const AttemptEnding = z.enum(["timeout", "not_sent", "no_answer", "cancelled", "forbidden"]);
export type AttemptEnding = z.infer<typeof AttemptEnding>;

/** One attempt of a call: how long it was waited before it was sent, since the call began or the one before it ended, and what came of it. */
export const LoggedAttempt = z.object({
  waitedMs: z.int(),
  tookMs: z.int(),
  outcome: z.union([z.int(), AttemptEnding]).describe("The provider's HTTP status, or how it ended without one."),
});
export type LoggedAttempt = z.infer<typeof LoggedAttempt>;

/** One call in full: inputs and outputs as recorded, redacted and capped. */
export const LogDetail = LogEntry.extend({
  mode: z.enum(["direct", "preview"]),
  effect: z.string().nullable(),
  connectionId: z.int().nullable(),
  errorType: z.string().nullable(),
  errorCode: z.string().nullable(),
  attempts: z.int(),
  attemptLog: z.array(LoggedAttempt).nullable().describe("Null where it was not recorded."),
  pacedMs: z.int(),
  providerRequestId: z.string().nullable(),
  input: z.unknown(),
  output: z.unknown(),
  finishedAt: Timestamp.nullable(),
});
export type LogDetail = z.infer<typeof LogDetail>;
export const LogParam = z.object({ id: z.string().min(1).max(100) });
