import { type Database, oauthClients, userIntegrations } from "@clawlink/db";
import { count, gt } from "drizzle-orm";

/** How much is sealed to one key of the vault. */
export interface Sealed {
  /** The key's id; null for what was sealed before it was noted which. */
  readonly keyId: string | null;
  readonly connections: number;
  readonly oauthClients: number;
}

/** A record's text begins `v1.<key id>.` (packages/vault). */
const keyIdOf = (record: string) => record.split(".")[1] ?? null;

/** What is sealed to which key of the vault: connections in force, and OAuth clients saved in the dashboard. */
export async function countSealed(database: Database): Promise<Sealed[]> {
  const [rows, clients] = await database.batch([
    database
      .select({ keyId: userIntegrations.credentialKeyId, connections: count() })
      .from(userIntegrations)
      .where(gt(userIntegrations.credentialVersion, 0))
      .groupBy(userIntegrations.credentialKeyId),
    database.select({ record: oauthClients.sealedSecret }).from(oauthClients),
  ]);
  const keyIds = new Set([...rows.map(({ keyId }) => keyId), ...clients.map(({ record }) => keyIdOf(record))]);
  return [...keyIds].map((keyId) => ({
    keyId,
    connections: rows.find((row) => row.keyId === keyId)?.connections ?? 0,
    oauthClients: clients.filter(({ record }) => keyIdOf(record) === keyId).length,
  }));
}
