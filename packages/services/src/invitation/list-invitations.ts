import { type Database, invitations } from "@clawlink/db";
import { desc, gt } from "drizzle-orm";

/** Invitations that can still be used, newest first; the id is the hash of the link's token. */
export async function listInvitations(database: Database) {
  return await database
    .select({ id: invitations.tokenHash, note: invitations.note, expiresAt: invitations.expiresAt })
    .from(invitations)
    .where(gt(invitations.expiresAt, new Date()))
    .orderBy(desc(invitations.createdAt))
    .limit(100);
}
