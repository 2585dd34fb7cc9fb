import { type AccessPolicy, type KeyKind, newAgentKey, randomToken, sha256Hex } from "@clawlink/contract";
import { apiKeys, type Database } from "@clawlink/db";

/** A key that was just made: the only time its raw form exists outside the client. */
export interface MadeKey {
  readonly raw: string;
  readonly row: typeof apiKeys.$inferSelect;
}

/** A fresh key for an account, not yet stored. */
export async function makeKey(
  userId: string,
  facts: { name: string; kind: KeyKind; policy: AccessPolicy },
): Promise<MadeKey> {
  const raw = newAgentKey(userId);
  const row = {
    id: `key_${randomToken(16)}`,
    userId,
    ...facts,
    keyHash: await sha256Hex(raw),
    hint: raw.slice(-4),
    createdAt: new Date(),
    lastUsedAt: null,
    lastUsedClient: null,
    lastUsedCountry: null,
    revokedAt: null,
  };
  return { raw, row };
}

/** The statement that stores a key, for a batch. */
export function insertKey(database: Database, row: typeof apiKeys.$inferInsert) {
  return database.insert(apiKeys).values(row);
}
