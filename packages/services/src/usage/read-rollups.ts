import {
  type Database,
  type StoredCounts,
  type StoredLatencies,
  usageRollups,
  usageRollupsEverybody,
} from "@clawlink/db";
import { and, eq, gte, lt } from "drizzle-orm";
import type { Grain } from "./period.ts";
import type { UsageScope } from "./scope.ts";

/** The sums of an hour or a day as cron last read it. Moments are epoch ms. */
export interface Rollup {
  readonly startsAt: number;
  readonly counts: StoredCounts;
  readonly latencies: StoredLatencies | null;
  readonly readAt: number;
}

/** The rollups that start in `[from, to)`; without latencies where nobody asks for percentiles, since they are half of a row. */
export async function readRollups(
  database: Database,
  scope: UsageScope,
  grain: Grain,
  { from, to, latencies }: { from: number; to: number; latencies: boolean },
): Promise<Rollup[]> {
  const table = scope === "everybody" ? usageRollupsEverybody : usageRollups;
  const { startsAt, readAt, counts } = table;
  const within = and(eq(table.grain, grain), gte(startsAt, new Date(from)), lt(startsAt, new Date(to)));
  const whose = scope === "everybody" ? undefined : eq(usageRollups.userId, scope.userId);
  const columns = { startsAt, readAt, counts };
  const rows = latencies
    ? await database
        .select({ ...columns, latencies: table.latencies })
        .from(table)
        .where(and(whose, within))
    : (await database.select(columns).from(table).where(and(whose, within))).map((row) => ({
        ...row,
        latencies: null,
      }));
  return rows.map((row) => ({
    counts: row.counts,
    latencies: row.latencies,
    startsAt: row.startsAt.getTime(),
    readAt: row.readAt.getTime(),
  }));
}
