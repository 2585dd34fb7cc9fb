import { type Database, usageStaleHours } from "@clawlink/db";
import { and, desc, eq, gte, lt, sql } from "drizzle-orm";
import type { UsageScope } from "./scope.ts";

/** Hours that start in `[from, to)` and have changed since they were summed, the newest first, in epoch ms. */
export async function listStaleHours(
  database: Database,
  scope: UsageScope,
  { from, to, limit }: { from: number; to: number; limit: number },
): Promise<number[]> {
  const { startsAt, userId } = usageStaleHours;
  if (scope !== "everybody") {
    const rows = await database
      .select({ startsAt })
      .from(usageStaleHours)
      .where(and(eq(userId, scope.userId), gte(startsAt, new Date(from)), lt(startsAt, new Date(to))))
      .orderBy(desc(startsAt))
      .limit(limit);
    return rows.map((row) => row.startsAt.getTime());
  }
  // A step of the index for each hour, whatever the number of people in it.
  const rows = await database.all<{ at: number }>(sql`
    with recursive hours(at) as (
      select max(starts_at) from ${usageStaleHours} where starts_at < ${to}
      union all
      select (select max(starts_at) from ${usageStaleHours} where starts_at < hours.at) from hours where hours.at >= ${from}
    )
    select at from hours where at >= ${from} limit ${limit}`);
  return rows.map(({ at }) => at);
}
