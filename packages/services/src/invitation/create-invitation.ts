import { randomToken, sha256Hex } from "@clawlink/contract";
import { type Database, invitations } from "@clawlink/db";

/** How long an invitation can be used, in milliseconds. */
const livesMs = 7 * 24 * 3_600_000;
/** 32 base62 characters carry 190 bits. */
const tokenLength = 32;

/** Invites somebody: the token of their link, which is stored hashed. */
export async function createInvitation(database: Database, createdBy: string, note: string | null): Promise<string> {
  const token = randomToken(tokenLength);
  const expiresAt = new Date(Date.now() + livesMs);
  await database.insert(invitations).values({ tokenHash: await sha256Hex(token), note, createdBy, expiresAt });
  return token;
}
