import { type Database, usageRollups, usageRollupsEverybody } from "@clawlink/db";
import { sql } from "drizzle-orm";
import { jsonLists } from "../execution/json-lists.ts";
import type { Grain } from "./period.ts";
import { storeSums } from "./stored-sums.ts";
import type { Sums } from "./tally.ts";

/** What a later reading found is never replaced by what an earlier one did. */
const newer = {
  readAt: sql`excluded.read_at`,
  counts: sql`excluded.counts`,
  latencies: sql`excluded.latencies`,
};

/** Stores what people called in an hour or a day. */
export async function writePersonal(
  database: Database,
  grain: Grain,
  startsAt: number,
  readAt: number,
  people: readonly (readonly [userId: string, sums: Sums])[],
): Promise<void> {
  const rows = people.map(([id, sums]) => {
    const { counts, latencies } = storeSums(sums);
    return JSON.stringify([id, grain, startsAt, readAt, counts, latencies]);
  });
  for (const list of jsonLists(rows)) {
    // Somebody may have deleted their account since the calls were read.
    const values = sql`select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
      from json_each(${list}) where value ->> 0 in (select id from users)`;
    await database
      .insert(usageRollups)
      .select(values)
      .onConflictDoUpdate({
        target: [usageRollups.userId, usageRollups.grain, usageRollups.startsAt],
        set: newer,
        setWhere: sql`excluded.read_at >= ${usageRollups.readAt}`,
      });
  }
}

/** Stores what everybody called in an hour or a day. */
export async function writeEverybody(
  database: Database,
  grain: Grain,
  startsAt: number,
  readAt: number,
  sums: Sums,
): Promise<void> {
  await database
    .insert(usageRollupsEverybody)
    .values({ grain, startsAt: new Date(startsAt), readAt: new Date(readAt), ...storeSums(sums) })
    .onConflictDoUpdate({
      target: [usageRollupsEverybody.grain, usageRollupsEverybody.startsAt],
      set: newer,
      setWhere: sql`excluded.read_at >= ${usageRollupsEverybody.readAt}`,
    });
}
