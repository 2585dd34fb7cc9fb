import { type Database, toolExecutions, usageRollups, usageStaleHours } from "@clawlink/db";
import { and, eq, gte, inArray, lt, sql } from "drizzle-orm";
import { jsonLists } from "../execution/json-lists.ts";
import { listStaleHours } from "./list-stale-hours.ts";
import { grainMs, keptSince, startOf } from "./period.ts";
import { readRollups } from "./read-rollups.ts";
import { readSums } from "./stored-sums.ts";
import { Tally } from "./tally.ts";
import { writeEverybody, writePersonal } from "./write-rollups.ts";

/** People whose calls, and whose hours, are read at a time. */
const peopleAnHour = 1_000;
const peopleADay = 50;

interface Mark {
  readonly userId: string;
  readonly startsAt: number;
  readonly markedAt: number;
}

/**
 * Sums the hours that have changed, and their days, from the calls themselves, the newest first; answers how many hours. What fails half-way
 * is done again, since a mark goes last, and only if it is the one that was seen. Hours whose calls are past their time stay as they are.
 */
export async function rollUp(
  database: Database,
  { now, hours, keepCallsDays }: { now: number; hours: number; keepCallsDays?: number },
): Promise<number> {
  const since = keptSince(now, keepCallsDays);
  await database.delete(usageStaleHours).where(lt(usageStaleHours.startsAt, new Date(since)));
  const stale = await listStaleHours(database, "everybody", { from: since, to: now + grainMs.day, limit: hours });
  const days = Map.groupBy(stale, (hour) => startOf("day", hour));
  for (const [day, ofDay] of days) {
    const marks: Mark[] = [];
    for (const hour of ofDay) {
      const seen = await readMarks(database, hour);
      await rollUpHour(database, hour, seen);
      marks.push(...seen);
    }
    await rollUpDay(database, day, [...new Set(marks.map(({ userId }) => userId))]);
    await removeMarks(database, marks);
  }
  return stale.length;
}

async function readMarks(database: Database, hour: number): Promise<Mark[]> {
  const rows = await database
    .select()
    .from(usageStaleHours)
    .where(eq(usageStaleHours.startsAt, new Date(hour)));
  return rows.map(({ userId, startsAt, markedAt }) => ({
    userId,
    startsAt: startsAt.getTime(),
    markedAt: markedAt.getTime(),
  }));
}

const { userId, apiKeyId, device, integration, action, connectionId, status, errorCode, latencyMs, createdAt } =
  toolExecutions;
const alike = { integration, action, status, errorCode, latencyMs };
const personal = { userId, apiKeyId, device, connectionId, ...alike };
const calls = sql<number>`count(*)`;
const nobody = { apiKeyId: null, device: null, connectionId: null };

/** Sums one hour from its calls: of the people with a mark, and of everybody. */
async function rollUpHour(database: Database, hour: number, marks: readonly Mark[]): Promise<void> {
  const readAt = Date.now();
  const within = and(gte(createdAt, new Date(hour)), lt(createdAt, new Date(hour + grainMs.hour)));
  for (let from = 0; from < marks.length; from += peopleAnHour) {
    const tallies = new Map(marks.slice(from, from + peopleAnHour).map((mark) => [mark.userId, new Tally()]));
    const ids = JSON.stringify([...tallies.keys()]);
    const rows = await database
      .select({ ...personal, calls })
      .from(toolExecutions)
      .where(and(sql`${userId} in (select value from json_each(${ids}))`, within))
      .groupBy(...Object.values(personal));
    for (const { calls: times, ...call } of rows) tallies.get(call.userId)?.add(call, times);
    const sums = [...tallies].map(([id, tally]) => [id, tally.sums] as const);
    await writePersonal(database, "hour", hour, readAt, sums);
  }
  const everybody = new Tally();
  const rows = await database
    .select({ ...alike, calls })
    .from(toolExecutions)
    .where(within)
    .groupBy(...Object.values(alike));
  for (const { calls: times, ...call } of rows) everybody.add({ ...nobody, ...call }, times);
  await writeEverybody(database, "hour", hour, readAt, everybody.sums);
}

/** Adds a day up from its hours: of these people, and of everybody. */
async function rollUpDay(database: Database, day: number, userIds: readonly string[]): Promise<void> {
  const readAt = Date.now();
  for (let from = 0; from < userIds.length; from += peopleADay) {
    const some = userIds.slice(from, from + peopleADay);
    const tallies = new Map(some.map((id) => [id, new Tally()]));
    const hours = await database
      .select()
      .from(usageRollups)
      .where(
        and(
          inArray(usageRollups.userId, some),
          eq(usageRollups.grain, "hour"),
          gte(usageRollups.startsAt, new Date(day)),
          lt(usageRollups.startsAt, new Date(day + grainMs.day)),
        ),
      );
    for (const row of hours) tallies.get(row.userId)?.addSums(readSums(row.counts, row.latencies));
    const sums = [...tallies].map(([id, tally]) => [id, tally.sums] as const);
    await writePersonal(database, "day", day, readAt, sums);
  }
  const everybody = new Tally();
  const span = { from: day, to: day + grainMs.day, latencies: true };
  for (const { counts, latencies } of await readRollups(database, "everybody", "hour", span))
    if (latencies) everybody.addSums(readSums(counts, latencies));
  await writeEverybody(database, "day", day, readAt, everybody.sums);
}

async function removeMarks(database: Database, marks: readonly Mark[]): Promise<void> {
  for (const list of jsonLists(marks.map((mark) => JSON.stringify([mark.userId, mark.startsAt, mark.markedAt]))))
    await database
      .delete(usageStaleHours)
      .where(
        sql`(user_id, starts_at, marked_at) in (select value ->> 0, value ->> 1, value ->> 2 from json_each(${list}))`,
      );
}
