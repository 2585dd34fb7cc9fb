import { type Database, mcpClients } from "@clawlink/db";
import { eq } from "drizzle-orm";

/** Forgets an OAuth client of MCP. */
export async function removeMcpClient(database: Database, clientId: string): Promise<void> {
  await database.delete(mcpClients).where(eq(mcpClients.clientId, clientId));
}
