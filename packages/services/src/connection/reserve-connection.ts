import type { FlowType } from "@clawlink/contract";
import { type Database, userIntegrations } from "@clawlink/db";

/** Takes a stable id for a connection that is being made. Version 0 means that it has no credential yet, and that nobody sees it. */
export async function reserveConnection(
  database: Database,
  userId: string,
  integration: string,
  flowType: FlowType,
): Promise<number> {
  const [row] = await database
    .insert(userIntegrations)
    .values({ userId, integration, flowType, authState: "error" })
    .returning({ id: userIntegrations.id });
  if (!row) throw new Error("D1 returned no id for a new connection.");
  return row.id;
}
