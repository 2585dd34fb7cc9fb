import type { LoggedAttempt } from "@clawlink/contract";
import type { AnswerFacts } from "./answer.ts";
import type { Account, FoundTool, Ports } from "./ports.ts";
import type { ToolCall } from "./tool-call.ts";

/** Everything known about one call while it goes through the stages. */
export interface Run {
  readonly ports: Ports;
  readonly call: ToolCall;
  readonly account: Account;
  readonly executionId: string;
  readonly startedAt: number;
  /** Until when the call may take, in milliseconds since the epoch. */
  readonly deadline: number;
  readonly found: FoundTool | null;
  /** The input as it may be recorded. */
  readonly input: unknown;
  /** The caller's idempotency key; null for previews. */
  readonly key: string | null;
}

/** What asking the provider cost. */
export interface Effort {
  readonly attemptLog: readonly LoggedAttempt[];
  readonly pacedMs: number;
  readonly providerRequestId: string | null;
}

/** A call that never got as far as the provider. */
export const noEffort: Effort = { attemptLog: [], pacedMs: 0, providerRequestId: null };

/** The app a tool name belongs to, known or not. */
function integrationOf({ found, ports, call }: Run): string | null {
  if (found) return found.app.slug;
  const app = ports.catalog.apps.find(({ slug }) => call.toolName.startsWith(`${slug.replaceAll("-", "_")}_`));
  return app?.slug ?? null;
}

/** What every answer to this call shares, as of now. */
export function factsOf(run: Run, connectionId: number | null, effort: Effort = noEffort): AnswerFacts {
  return {
    executionId: run.executionId,
    toolName: run.call.toolName,
    found: run.found,
    integration: integrationOf(run),
    connectionId,
    mode: run.call.mode,
    startedAt: run.startedAt,
    endedAt: run.ports.now(),
    attemptLog: effort.attemptLog,
    pacedMs: effort.pacedMs,
    providerRequestId: effort.providerRequestId,
  };
}
