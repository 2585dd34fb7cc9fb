import { type Database, invitations } from "@clawlink/db";
import { eq } from "drizzle-orm";

/** Takes an invitation back. */
export async function removeInvitation(database: Database, id: string): Promise<void> {
  await database.delete(invitations).where(eq(invitations.tokenHash, id));
}
