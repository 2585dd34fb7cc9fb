import { AccessPolicy, type Key } from "@clawlink/contract";
import type { apiKeys } from "@clawlink/db";

/** A key on the wire; neither the key nor its hash is among it. */
export function keyAnswer(row: typeof apiKeys.$inferSelect): Key {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    hint: row.hint,
    policy: AccessPolicy.parse(row.policy),
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    lastUsedClient: row.lastUsedClient,
    lastUsedCountry: row.lastUsedCountry,
  };
}
