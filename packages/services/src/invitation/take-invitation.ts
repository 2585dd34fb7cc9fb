import { sha256Hex } from "@clawlink/contract";
import { type Database, invitations } from "@clawlink/db";
import { and, eq, gt } from "drizzle-orm";

const live = async (token: string) =>
  and(eq(invitations.tokenHash, await sha256Hex(token)), gt(invitations.expiresAt, new Date()));

/** Whether an invitation could be used now. */
export async function isInvited(database: Database, token: string): Promise<boolean> {
  const found = await database
    .select({ at: invitations.createdAt })
    .from(invitations)
    .where(await live(token))
    .get();
  return found !== undefined;
}

/** Uses an invitation up; false when there is none, or somebody else was first. */
export async function takeInvitation(database: Database, token: string): Promise<boolean> {
  const gone = await database
    .delete(invitations)
    .where(await live(token))
    .returning({ at: invitations.createdAt });
  return gone.length === 1;
}
