import { type Database, userIntegrations } from "@clawlink/db";
import { count } from "drizzle-orm";
import { type WantedConnections, wantedConnections } from "./wanted-connections.ts";

/** How many connected accounts of a person match, by app. */
export async function countConnections(
  database: Database,
  userId: string,
  wanted: WantedConnections = {},
): Promise<ReadonlyMap<string, number>> {
  const rows = await database
    .select({ integration: userIntegrations.integration, rows: count() })
    .from(userIntegrations)
    .where(wantedConnections(userId, wanted))
    .groupBy(userIntegrations.integration);
  return new Map(rows.map(({ integration, rows: found }) => [integration, found]));
}
