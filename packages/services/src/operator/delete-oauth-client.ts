import { type Database, oauthClients } from "@clawlink/db";
import { eq } from "drizzle-orm";

/** Forgets a client saved in the dashboard; whether there was one. */
export async function deleteOAuthClient(database: Database, client: string): Promise<boolean> {
  const gone = await database.delete(oauthClients).where(eq(oauthClients.client, client)).returning();
  return gone.length > 0;
}
