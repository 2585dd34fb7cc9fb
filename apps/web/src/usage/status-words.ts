import type { ExecutionStatus } from "@clawlink/contract";

/** What became of a call, in words and colour. */
export const statusWords = {
  succeeded: { label: "Succeeded", tone: "green" },
  failed: { label: "Failed", tone: "red" },
  blocked: { label: "Blocked", tone: "yellow" },
  pending_approval: { label: "Waiting for you", tone: "accent" },
  running: { label: "Running", tone: "gray" },
  unknown: { label: "Outcome unknown", tone: "yellow" },
} as const satisfies Readonly<Record<ExecutionStatus, object>>;

/** Every status, in the order they are offered. */
export const executionStatuses: readonly ExecutionStatus[] = [
  "succeeded",
  "failed",
  "blocked",
  "pending_approval",
  "running",
  "unknown",
];
