import { type Database, mcpClients } from "@clawlink/db";
import { and, eq, gt } from "drizzle-orm";

/** A known OAuth client of MCP that has not expired, or null. */
export async function findMcpClient(database: Database, clientId: string) {
  const [row] = await database
    .select()
    .from(mcpClients)
    .where(and(eq(mcpClients.clientId, clientId), gt(mcpClients.expiresAt, new Date())));
  return row ?? null;
}
