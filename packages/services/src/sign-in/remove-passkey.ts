import { type Database, passkeys } from "@clawlink/db";
import { and, eq } from "drizzle-orm";

/** Forgets a passkey of a person's. Their other ways to sign in are never fewer than one. */
export async function removePasskey(database: Database, userId: string, id: string): Promise<void> {
  await database.delete(passkeys).where(and(eq(passkeys.id, id), eq(passkeys.userId, userId)));
}
