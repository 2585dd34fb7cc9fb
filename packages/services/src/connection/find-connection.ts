import { type Database, userIntegrations } from "@clawlink/db";
import { and, eq, gt } from "drizzle-orm";
import { type ListedConnection, listedConnection } from "./listed-connection.ts";

/** One connected account of this person; null when it is gone or somebody else's. */
export async function findConnection(
  database: Database,
  userId: string,
  id: number | null,
): Promise<ListedConnection | null> {
  if (id === null) return null;
  const { id: key, userId: owner, credentialVersion } = userIntegrations;
  const [row] = await database
    .select()
    .from(userIntegrations)
    .where(and(eq(key, id), eq(owner, userId), gt(credentialVersion, 0)));
  return row ? listedConnection(row) : null;
}
