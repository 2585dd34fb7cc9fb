import { type Database, passkeys } from "@clawlink/db";
import { desc, eq } from "drizzle-orm";

/** A person's passkeys, newest first; never their keys. */
export async function listPasskeys(database: Database, userId: string) {
  return await database
    .select({ id: passkeys.id, name: passkeys.name, createdAt: passkeys.createdAt })
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .orderBy(desc(passkeys.createdAt), desc(passkeys.id));
}
