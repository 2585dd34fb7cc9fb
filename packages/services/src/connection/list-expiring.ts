import { type Database, userIntegrations } from "@clawlink/db";
import { and, asc, eq, gt, lt } from "drizzle-orm";

/** Healthy connections used since `usedSince` whose token expires between `now` and `before`, the soonest first. */
export function listExpiring(
  database: Database,
  { now, before, usedSince, limit }: { now: Date; before: Date; usedSince: Date; limit: number },
): Promise<{ id: number; userId: string; expiresAt: Date | null }[]> {
  return database
    .select({
      id: userIntegrations.id,
      userId: userIntegrations.userId,
      expiresAt: userIntegrations.credentialExpiresAt,
    })
    .from(userIntegrations)
    .where(
      and(
        gt(userIntegrations.credentialExpiresAt, now),
        lt(userIntegrations.credentialExpiresAt, before),
        gt(userIntegrations.lastUsedAt, usedSince),
        eq(userIntegrations.authState, "healthy"),
      ),
    )
    .orderBy(asc(userIntegrations.credentialExpiresAt))
    .limit(limit);
}
