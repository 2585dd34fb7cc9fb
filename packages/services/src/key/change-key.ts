import { type AccessPolicy, AppError } from "@clawlink/contract";
import { apiKeys, type Database } from "@clawlink/db";
import { and, eq, isNull } from "drizzle-orm";

/** Renames a live key or changes what it may do. Throws `not_found` for any key that is not the account's. */
export async function changeKey(
  database: Database,
  userId: string,
  keyId: string,
  change: { name?: string | undefined; policy?: AccessPolicy | undefined },
) {
  const values = {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.policy === undefined ? {} : { policy: change.policy }),
  };
  const live = and(eq(apiKeys.id, keyId), eq(apiKeys.userId, userId), isNull(apiKeys.revokedAt));
  const [row] =
    Object.keys(values).length > 0
      ? await database.update(apiKeys).set(values).where(live).returning()
      : await database.select().from(apiKeys).where(live);
  if (!row) throw new AppError("not_found", "There is no such key.");
  return row;
}
