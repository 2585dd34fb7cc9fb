import { sha256Hex } from "@clawlink/contract";
import { type Database, verifications } from "@clawlink/db";
import { and, eq, gt } from "drizzle-orm";

/** Whether the link with this token can still be used; looking at it uses nothing up. */
export async function linkHolds(database: Database, token: string): Promise<boolean> {
  const identifier = await sha256Hex(`reset-password:${token}`);
  const found = await database
    .select({ id: verifications.id })
    .from(verifications)
    .where(and(eq(verifications.identifier, identifier), gt(verifications.expiresAt, new Date())))
    .get();
  return found !== undefined;
}
