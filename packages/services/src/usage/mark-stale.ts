import { type Database, type toolExecutions, usageStaleHours } from "@clawlink/db";
import { sql } from "drizzle-orm";
import { startOf } from "./period.ts";

type Written = Pick<typeof toolExecutions.$inferInsert, "userId" | "createdAt">;

/** The statement that says the hours of these calls have to be summed again; for the batch that writes the calls. */
export function markStale(database: Database, rows: readonly Written[]) {
  const hours = new Map(
    rows.map(({ userId, createdAt }) => {
      const hour = [userId, startOf("hour", createdAt.getTime())] as const;
      return [hour.join(), hour];
    }),
  );
  return database
    .insert(usageStaleHours)
    .select(
      sql`select value ->> 0, value ->> 1, ${Date.now()} from json_each(${JSON.stringify([...hours.values()])}) where true`,
    )
    .onConflictDoUpdate({
      target: [usageStaleHours.userId, usageStaleHours.startsAt],
      set: { markedAt: sql`max(excluded.marked_at, ${usageStaleHours.markedAt} + 1)` },
    });
}
