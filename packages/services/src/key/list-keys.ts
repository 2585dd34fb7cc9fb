import type { Key } from "@clawlink/contract";
import { apiKeys, type Database } from "@clawlink/db";
import { and, desc, eq, isNull } from "drizzle-orm";
import { keyAnswer } from "./key-answer.ts";

/** A person's live keys and devices, newest first; revoked ones are not among them. */
export async function listKeys(database: Database, userId: string): Promise<Key[]> {
  const rows = await database
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.userId, userId), isNull(apiKeys.revokedAt)))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id));
  return rows.map(keyAnswer);
}
