import { type Database, oauthClients } from "@clawlink/db";

/** An OAuth client the operator registered; the secret comes sealed. */
export interface SealedOAuthClient {
  readonly client: string;
  readonly clientId: string;
  readonly sealedSecret: string;
  /** Id of the operator who saved it. */
  readonly updatedBy: string;
}

/** Saves a client, in place of an earlier one of that name. */
export async function saveOAuthClient(database: Database, client: SealedOAuthClient): Promise<void> {
  await database
    .insert(oauthClients)
    .values(client)
    .onConflictDoUpdate({ target: oauthClients.client, set: { ...client, updatedAt: new Date() } });
}
