import { randomToken } from "@clawlink/contract";
import type { Database } from "@clawlink/db";
import { type ExecutionRow, writeExecutions } from "../src/execution/write-executions.ts";

/** A recorded call of `userId`, with `facts` in place of the ordinary ones. */
export async function makeExecution(
  database: Database,
  userId: string,
  facts: Partial<ExecutionRow> = {},
): Promise<ExecutionRow> {
  const row: ExecutionRow = {
    id: `exec_${randomToken(16)}`,
    userId,
    integration: "gmail",
    action: "send_email",
    mode: "direct",
    effect: "write",
    status: "succeeded",
    latencyMs: 100,
    device: "Laptop",
    apiKeyId: "key_1",
    createdAt: new Date("2026-11-20T10:00:00.000Z"),
    ...facts,
  };
  for (const statement of writeExecutions(database, [row])) await statement;
  return row;
}
