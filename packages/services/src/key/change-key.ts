import { AccessPolicy, AppError, type KeyChange } from "@clawlink/contract";
import { apiKeys, type Database } from "@clawlink/db";
import { and, eq, isNull, sql } from "drizzle-orm";

const same = (left: AccessPolicy, right: AccessPolicy) => JSON.stringify(left) === JSON.stringify(right);

/**
 * Renames a live key or changes what it may do. Throws `not_found` for any key that is not the account's, and `conflict` when what changes is
 * not what it `was` where it was changed: the row is written only as it was read for that.
 */
export async function changeKey(database: Database, userId: string, keyId: string, { name, policy, was }: KeyChange) {
  const values = { ...(name === undefined ? {} : { name }), ...(policy === undefined ? {} : { policy }) };
  const live = and(eq(apiKeys.id, keyId), eq(apiKeys.userId, userId), isNull(apiKeys.revokedAt));
  const stored = sql<string>`${apiKeys.policy}`;
  const [found] = await database.select({ row: apiKeys, stored }).from(apiKeys).where(live);
  if (!found) throw new AppError("not_found", "There is no such key.");
  const { row } = found;
  if (Object.keys(values).length === 0) return row;
  const renamedMeanwhile = name !== undefined && was && row.name !== was.name;
  const limitedMeanwhile = policy !== undefined && was && !same(AccessPolicy.parse(row.policy), was.policy);
  const unchanged = was && and(eq(apiKeys.name, row.name), eq(stored, found.stored));
  const [written] =
    renamedMeanwhile || limitedMeanwhile
      ? []
      : await database.update(apiKeys).set(values).where(and(live, unchanged)).returning();
  if (written) return written;
  throw new AppError("conflict", "Meanwhile this key was changed elsewhere.", {
    hint: "Save again to put this in its place, or close this to look at it first.",
  });
}
