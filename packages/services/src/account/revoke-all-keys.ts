import { apiKeys, type Database } from "@clawlink/db";
import { and, eq, isNull } from "drizzle-orm";

/** Revokes every key of a person. */
export async function revokeAllKeys(database: Database, userId: string): Promise<void> {
  await database
    .update(apiKeys)
    .set({ revokedAt: new Date() })
    .where(and(eq(apiKeys.userId, userId), isNull(apiKeys.revokedAt)));
}
