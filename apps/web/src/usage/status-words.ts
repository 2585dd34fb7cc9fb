import type { ExecutionStatus } from "@clawlink/contract";

/** What became of a call, in words and colour. */
export const statusWords: Readonly<Record<ExecutionStatus, { readonly label: string; readonly color: string }>> = {
  succeeded: { label: "Succeeded", color: "green" },
  failed: { label: "Failed", color: "red" },
  blocked: { label: "Blocked", color: "orange" },
  pending_approval: { label: "Waiting for you", color: "indigo" },
  running: { label: "Running", color: "gray" },
  unknown: { label: "Outcome unknown", color: "yellow" },
};

/** Every status, in the order they are offered. */
export const executionStatuses: readonly ExecutionStatus[] = [
  "succeeded",
  "failed",
  "blocked",
  "pending_approval",
  "running",
  "unknown",
];
