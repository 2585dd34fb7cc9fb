import type { Effect, ErrorCode, ErrorType, ExecutionStatus, LoggedAttempt } from "@clawlink/contract";

/** One call as Usage keeps it; times in milliseconds since the epoch, input and output redacted and capped. */
export interface ExecutionRecord {
  readonly id: string;
  readonly integration: string | null;
  readonly action: string;
  readonly connectionId: number | null;
  readonly mode: "direct" | "preview";
  readonly effect: Effect | null;
  readonly status: ExecutionStatus;
  readonly errorType: ErrorType | null;
  readonly errorCode: ErrorCode | null;
  readonly errorMessage: string | null;
  readonly attempts: number;
  /** Null while it has not ended. */
  readonly attemptLog: readonly LoggedAttempt[] | null;
  readonly pacedMs: number;
  readonly latencyMs: number | null;
  readonly providerRequestId: string | null;
  readonly input: unknown;
  readonly output: unknown;
  readonly createdAt: number;
  readonly finishedAt: number | null;
}
