import { apiKeys, type Database } from "@clawlink/db";
import { and, eq, isNull } from "drizzle-orm";

/** The statement that revokes a live key of an account, for a batch; revoking twice changes nothing. */
export function revokeKey(database: Database, userId: string, keyId: string) {
  return database
    .update(apiKeys)
    .set({ revokedAt: new Date() })
    .where(and(eq(apiKeys.id, keyId), eq(apiKeys.userId, userId), isNull(apiKeys.revokedAt)));
}
