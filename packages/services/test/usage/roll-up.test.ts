import { env } from "cloudflare:workers";
import { type ExecutionStatus, LogQuery } from "@clawlink/contract";
import {
  openDatabase,
  toolExecutions,
  usageRollups,
  usageRollupsEverybody,
  usageStaleHours,
  users,
} from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { type ExecutionRow, writeExecutions } from "../../src/execution/write-executions.ts";
import { removeExpired } from "../../src/retention/remove-expired.ts";
import { listExecutions } from "../../src/usage/list-executions.ts";
import { rollUp } from "../../src/usage/roll-up.ts";
import type { UsageScope } from "../../src/usage/scope.ts";
import { summarizeUsage } from "../../src/usage/summarize-usage.ts";
import { makeExecution } from "../make-execution.ts";

const database = openDatabase(env.DB);
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = Date.parse("2026-11-23T14:20:00.000Z");
const run = () => rollUp(database, { now, hours: 1_000 });
const list = (scope: UsageScope, query: object = {}) => listExecutions(database, scope, LogQuery.parse(query), now);

beforeEach(async () => {
  for (const table of [toolExecutions, usageStaleHours, usageRollups, usageRollupsEverybody])
    await database.delete(table);
});

async function store(rows: readonly ExecutionRow[]): Promise<void> {
  const [first, ...rest] = writeExecutions(database, rows);
  if (first) await database.batch([first, ...rest]);
}

/** A generator that says the same every time (Park and Miller's). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const statuses: readonly ExecutionStatus[] = [
  "succeeded",
  "failed",
  "blocked",
  "unknown",
  "running",
  "pending_approval",
];

/** Calls of three people on five days, some long past, some in the hour that is not over. */
async function manyCalls(count: number): Promise<{ people: string[]; rows: ExecutionRow[] }> {
  const random = seeded(count);
  const of = <T>(values: readonly [T, ...T[]]): T => values[Math.floor(random() * values.length)] ?? values[0];
  const people = [(await makeUser(database)).id, (await makeUser(database)).id, (await makeUser(database)).id];
  const rows = Array.from({ length: count }, (_, index): ExecutionRow => {
    const status = statuses[Math.floor(random() * 7) % 6] ?? "succeeded";
    const userId = people[index % 3] ?? "";
    return {
      ...{ id: `exe_${count}_${index}`, userId, mode: "direct", effect: "read", status },
      integration: of(["gmail", "github", null]),
      action: of(["list", "send", "create_issue"]),
      apiKeyId: `key_${of(["a", "b"])}_${userId}`,
      device: of(["Laptop", "Phone"]),
      connectionId: of([1, 2, null]),
      errorCode: status === "failed" ? of(["provider_timeout", "rate_limited"]) : null,
      latencyMs: status === "running" ? null : Math.round(random() * 4_000),
      createdAt: new Date(now - of([0, 1, 2, 30, 80]) * day - Math.floor(random() * 3 * hour)),
    };
  });
  await store(rows);
  return { people, rows };
}

/** What a list must say, counted one by one. */
function counted(rows: readonly ExecutionRow[]) {
  const timed = rows.flatMap(({ latencyMs }) => latencyMs ?? []);
  const ended = (...wanted: string[]) => rows.filter(({ status }) => wanted.includes(status)).length;
  return {
    total: rows.length,
    stats: {
      totalRequests: rows.length,
      successfulRequests: ended("succeeded"),
      failedRequests: ended("failed", "blocked", "unknown"),
      averageLatency: timed.length === 0 ? 0 : Math.round(timed.reduce((sum, value) => sum + value, 0) / timed.length),
    },
    coverage: { from: null, to: null },
  };
}

type Matching = readonly [query: Record<string, unknown>, matches: (row: ExecutionRow) => boolean];

const queries = (userId: string): Matching[] => [
  [{}, () => true],
  [{ integration: "gmail" }, (row) => row.integration === "gmail"],
  [{ action: "send" }, (row) => row.action === "send"],
  [{ status: "failed" }, (row) => row.status === "failed"],
  [{ status: "succeeded", integration: "github" }, (row) => row.status === "succeeded" && row.integration === "github"],
  [{ device: `key_a_${userId}` }, (row) => row.apiKeyId === `key_a_${userId}`],
  [{ device: "Phone", action: "list" }, (row) => row.device === "Phone" && row.action === "list"],
  [{ connection: "2" }, (row) => row.connectionId === 2],
  [
    { from: new Date(now - 30 * day - hour).toISOString(), to: new Date(now - hour - 7 * minute).toISOString() },
    (row) => row.createdAt.getTime() >= now - 30 * day - hour && row.createdAt.getTime() <= now - hour - 7 * minute,
  ],
  [
    { from: "2026-11-21", to: "2026-11-22" },
    (row) => ["2026-11-21", "2026-11-22"].includes(row.createdAt.toISOString().slice(0, 10)),
  ],
];

describe("rolled up, the figures of a list", () => {
  it("are those of the calls one by one, whatever the filters, for a person and for everybody", async () => {
    const { people, rows } = await manyCalls(600);
    await run();
    expect(await database.select().from(usageStaleHours)).toEqual([]);
    for (const userId of people)
      for (const [query, matches] of queries(userId))
        expect([query, await list({ userId }, query)]).toMatchObject([
          query,
          counted(rows.filter((row) => row.userId === userId && matches(row))),
        ]);
    for (const [query, matches] of queries("").filter(([query]) => !query.device && !query.connection))
      expect([query, await list("everybody", query)]).toMatchObject([query, counted(rows.filter(matches))]);
  });

  it("stay exact while calls are written, change and end between two runs, and when a run is repeated", async () => {
    const { people, rows } = await manyCalls(300);
    const [userId = ""] = people;
    await run();
    const late = rows.filter((row) => row.userId === userId && row.status === "running").slice(0, 5);
    const ended = late.map((row) => ({ ...row, status: "succeeded", latencyMs: 5 }) as const);
    await store(ended);
    await makeExecution(database, userId, { createdAt: new Date(now) });
    const all = rows
      .filter((row) => row.userId === userId)
      .map((row) => ended.find(({ id }) => id === row.id) ?? row)
      .concat([{ ...call(userId, new Date(now)), latencyMs: 100 }]);
    const { averageLatency } = counted(all).stats;
    const wanted = { total: all.length, stats: { ...counted(all).stats, averageLatency } };
    expect(await list({ userId })).toMatchObject(wanted);
    await Promise.all([run(), run()]);
    await run();
    expect(await list({ userId })).toMatchObject(wanted);
  });

  it("take in a call that is written while its hour is being summed", async () => {
    const { id: userId } = await makeUser(database);
    await makeExecution(database, userId, { createdAt: new Date(now) });
    const summed = run();
    const written = Promise.all(
      Array.from({ length: 20 }, () => makeExecution(database, userId, { createdAt: new Date(now) })),
    );
    await Promise.all([summed, written]);
    expect((await list({ userId })).total).toBe(21);
    await run();
    expect((await list({ userId })).total).toBe(21);
    expect(await database.select().from(usageStaleHours)).toEqual([]);
  });

  it("say of which time they are when too many calls wait to be summed", async () => {
    const { id: userId } = await makeUser(database);
    const at = new Date(now - day);
    const many = Array.from({ length: 501 }, (_, index) => ({ ...call(userId, at), id: `exe_many_${index}` }));
    await store(many);
    await makeExecution(database, userId, { createdAt: new Date(now - 2 * day) });
    const before = await list({ userId });
    expect([before.total, before.coverage.to]).toEqual([1, new Date(at.getTime() - 20 * minute).toISOString()]);
    await run();
    expect(await list({ userId })).toMatchObject({ total: 502, coverage: { from: null, to: null } });
  });
});

const call = (userId: string, createdAt: Date): ExecutionRow => ({
  ...{ id: crypto.randomUUID(), userId, action: "list", integration: "gmail", mode: "direct", effect: "read" },
  ...{ status: "succeeded", latencyMs: 10, createdAt },
});

describe("a page", () => {
  it("is found through rare filters a part at a time: its cursor goes on although it is empty, until all were seen", async () => {
    const { id: userId } = await makeUser(database);
    const rows = Array.from({ length: 1_500 }, (_, index) => ({
      ...call(userId, new Date(now - index * 1_000)),
      errorMessage: index === 1_400 ? "The needle." : null,
    }));
    await store(rows);
    const first = await list({ userId }, { search: "needle" });
    expect(first).toMatchObject({ logs: [], total: 0 });
    expect(first.coverage.from).toBe(new Date(now - 699 * 1_000).toISOString());
    const second = await list({ userId }, { search: "needle", cursor: first.nextCursor });
    const third = await list({ userId }, { search: "needle", cursor: second.nextCursor });
    expect([second.logs.length, third.logs.length, third.nextCursor]).toEqual([0, 1, null]);
  });
});

describe("a device that calls a great many tools that do not exist", () => {
  it("has a row of bounded length, and its figures stay exact", async () => {
    const { id: userId } = await makeUser(database);
    const rows = Array.from({ length: 600 }, (_, index) => ({
      ...call(userId, new Date(now - hour)),
      ...{ integration: null, action: `${index}`.padEnd(200, "x"), status: "failed" as const },
    }));
    await store(rows);
    await run();
    const [stored] = await database.select().from(usageRollups).where(eq(usageRollups.grain, "day"));
    expect(JSON.stringify(stored).length).toBeLessThan(250_000);
    expect(await list({ userId })).toMatchObject({ total: 600, stats: { failedRequests: 600 } });
    expect(await list({ userId }, { status: "failed" })).toMatchObject({ total: 600 });
    expect(await list({ userId }, { action: "7".padEnd(200, "x") })).toMatchObject({ total: 1, logs: [{}] });
  });
});

describe("what is past its time", () => {
  it("is kept in sums by the day after its calls are gone, and the list counts what it can show", async () => {
    const { id: userId } = await makeUser(database);
    const old = new Date(now - 95 * day);
    await makeExecution(database, userId, { createdAt: old, latencyMs: 100 });
    await makeExecution(database, userId, { createdAt: new Date(now - day), latencyMs: 100 });
    await rollUp(database, { now: old.getTime(), hours: 10 });
    await run();
    await removeExpired(database, now);
    expect(await database.select().from(toolExecutions)).toHaveLength(1);
    expect((await database.select().from(usageRollups)).map(({ grain }) => grain).toSorted()).toEqual([
      ...["day", "day", "hour"],
    ]);
    expect(await list({ userId })).toMatchObject({ total: 1, logs: [{}] });
    const summary = await summarizeUsage(database, { userId }, { from: "2026-08-01" }, now);
    expect(summary.timeline.map(({ startsAt }) => startsAt)).toEqual([
      Date.parse("2026-08-20"),
      Date.parse("2026-11-22"),
    ]);
  });

  it("is not summed again from calls that are gone", async () => {
    const { id: userId } = await makeUser(database);
    const old = new Date(now - 95 * day);
    const kept = await makeExecution(database, userId, { createdAt: old });
    await rollUp(database, { now: old.getTime(), hours: 10 });
    await store([kept]);
    await database.delete(toolExecutions);
    await run();
    expect((await summarizeUsage(database, { userId }, { from: "2026-08-01" }, now)).outcomes.succeeded).toBe(1);
  });

  it("goes with the account it belongs to", async () => {
    const { id: userId } = await makeUser(database);
    await makeExecution(database, userId, { createdAt: new Date(now) });
    await run();
    await database.delete(users).where(eq(users.id, userId));
    expect(await database.select().from(usageRollups)).toEqual([]);
  });
});

describe("the summary", () => {
  it("tells time, apps, actions, devices, errors and latencies, all of the same calls", async () => {
    const { id: userId } = await makeUser(database);
    for (let index = 0; index < 100; index += 1)
      await makeExecution(database, userId, {
        createdAt: new Date(now - index * 10 * minute),
        latencyMs: 10 * (index + 1),
      });
    const failed = { status: "failed", errorCode: "rate_limited", integration: "github", action: "x" } as const;
    await makeExecution(database, userId, { ...failed, apiKeyId: "key_2", createdAt: new Date(now), latencyMs: null });
    const from = new Date(now - 24 * hour).toISOString();
    const before = await summarizeUsage(database, { userId }, { from }, now);
    // Sixteen hours wait, of which twelve are added up on the spot.
    expect(before.coverage.from).toBe(Date.parse("2026-11-23T03:00:00.000Z"));
    await run();
    const summary = await summarizeUsage(database, { userId }, { from }, now);
    expect(summary).toMatchObject({
      grain: "hour",
      outcomes: { succeeded: 100, failed: 1 },
      coverage: { from: null, to: null },
      apps: [
        { integration: "gmail", outcomes: { succeeded: 100 } },
        { integration: "github", latency: { p50: null } },
      ],
      actions: [{ action: "send_email" }, { action: "x" }],
      devices: [
        { id: "key_1", name: "Laptop" },
        { id: "key_2", outcomes: { failed: 1 } },
      ],
      errors: [{ code: "rate_limited", calls: 1 }],
    });
    expect(summary.timeline.length).toBeGreaterThan(15);
    expect(Math.abs((summary.latency?.p50 ?? 0) / 500 - 1)).toBeLessThan(0.1);
    expect(Math.abs((summary.latency?.p95 ?? 0) / 950 - 1)).toBeLessThan(0.1);
  });

  it("does not guess percentiles of calls whose latencies are not summed apart", async () => {
    const { id: userId } = await makeUser(database);
    await makeExecution(database, userId, { createdAt: new Date(now) });
    expect((await summarizeUsage(database, { userId }, { device: "key_1" }, now)).latency).toBeNull();
    expect((await summarizeUsage(database, { userId }, { integration: "gmail" }, now)).latency?.p50).toBeGreaterThan(0);
  });
});
