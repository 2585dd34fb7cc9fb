import type { LogEntry } from "@clawlink/contract";
import type { toolExecutions } from "@clawlink/db";

/** What a list shows of one recorded call. */
export type ExecutionRow = Pick<
  typeof toolExecutions.$inferSelect,
  "id" | "integration" | "action" | "status" | "latencyMs" | "errorMessage" | "device" | "createdAt"
>;

/** One recorded call as Usage lists it. */
export function logEntry(row: ExecutionRow): LogEntry {
  return {
    id: row.id,
    integration: row.integration,
    action: row.action,
    success: row.status === "succeeded",
    status: row.status,
    latencyMs: row.latencyMs,
    errorMessage: row.errorMessage,
    device: row.device,
    createdAt: row.createdAt.toISOString(),
  };
}
