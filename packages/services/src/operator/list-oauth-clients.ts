import { type Database, oauthClients } from "@clawlink/db";
import { asc } from "drizzle-orm";

/** The clients saved in the dashboard, without their secrets. */
export async function listOAuthClients(database: Database): Promise<{ client: string; clientId: string }[]> {
  return await database
    .select({ client: oauthClients.client, clientId: oauthClients.clientId })
    .from(oauthClients)
    .orderBy(asc(oauthClients.client));
}
