import { type Database, userIntegrations } from "@clawlink/db";
import { and, eq } from "drizzle-orm";

/** Moves a row to the next credential version by compare-and-set, after a refresh; false when another writer was first. */
export async function advanceCredential(
  database: Database,
  userId: string,
  connectionId: number,
  version: number,
  next: { expiresAt: Date | null; keyId: string | null },
): Promise<boolean> {
  const rows = await database
    .update(userIntegrations)
    .set({
      credentialVersion: version + 1,
      credentialExpiresAt: next.expiresAt,
      credentialKeyId: next.keyId,
      authState: "healthy",
      authError: null,
    })
    .where(
      and(
        eq(userIntegrations.id, connectionId),
        eq(userIntegrations.userId, userId),
        eq(userIntegrations.credentialVersion, version),
      ),
    )
    .returning({ id: userIntegrations.id });
  return rows.length === 1;
}
