import { type Database, mcpClients } from "@clawlink/db";

/** Keeps an OAuth client of MCP, or what is new about it. */
export async function saveMcpClient(database: Database, client: typeof mcpClients.$inferInsert): Promise<void> {
  const { record, readAt, expiresAt } = client;
  await database
    .insert(mcpClients)
    .values(client)
    .onConflictDoUpdate({ target: mcpClients.clientId, set: { record, readAt, expiresAt } });
}
