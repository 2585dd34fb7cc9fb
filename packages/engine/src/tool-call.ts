import type { ExecuteControls } from "@clawlink/contract";

/** One call as an edge hands it to the engine, whichever endpoint it came through. */
export interface ToolCall {
  readonly accountId: string;
  /** SHA-256 of the caller's key. */
  readonly keyHash: string;
  readonly toolName: string;
  readonly input: Record<string, unknown>;
  readonly controls: ExecuteControls;
  readonly mode: "direct" | "preview";
  /** Set when a person approved this execution in the dashboard: it runs under its own id. */
  readonly approvedExecutionId?: string;
  /** Aborted when the caller gives up: nothing more is sent, and a write that left is looked up or reported as unknown. */
  readonly signal?: AbortSignal;
}

/** The engine's answer, and whether it is the first answer given again. */
export interface ToolAnswer<A> {
  readonly answer: A;
  readonly replayed: boolean;
}
