import { type Database, userIntegrations } from "@clawlink/db";
import { asc, desc } from "drizzle-orm";
import { type ListedConnection, listedConnection } from "./listed-connection.ts";
import { type WantedConnections, wantedConnections } from "./wanted-connections.ts";

/** So many are listed unless fewer are asked for: as many as a key's policy may name. */
export const mostListed = 200;

/** A person's connected accounts, by app, the default first: at most 200, from `offset` on. */
export async function listConnections(
  database: Database,
  userId: string,
  wanted: WantedConnections & { readonly offset?: number; readonly limit?: number } = {},
): Promise<ListedConnection[]> {
  const rows = await database
    .select()
    .from(userIntegrations)
    .where(wantedConnections(userId, wanted))
    .orderBy(asc(userIntegrations.integration), desc(userIntegrations.isDefault), asc(userIntegrations.id))
    .limit(Math.min(wanted.limit ?? mostListed, mostListed))
    .offset(wanted.offset ?? 0);
  return rows.map(listedConnection);
}
