import { apiKeys, type Database } from "@clawlink/db";
import { and, eq, isNull, type SQL } from "drizzle-orm";

/** The statement that revokes a live key of an account, `where` that holds, for a batch; revoking twice changes nothing. */
export function revokeKey(database: Database, userId: string, keyId: string, where?: SQL) {
  return database
    .update(apiKeys)
    .set({ revokedAt: new Date() })
    .where(and(eq(apiKeys.id, keyId), eq(apiKeys.userId, userId), isNull(apiKeys.revokedAt), where));
}
