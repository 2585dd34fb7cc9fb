import { cronJobs } from "@clawlink/contract";
import { apiKeys, connectionSessions, cronRuns, pairingSessions } from "@clawlink/db";
import { listRuns } from "@clawlink/services/cron/list-runs";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { runCron } from "../src/cron.ts";
import { testEnv } from "./test-env.ts";
import { call, database, makePerson } from "./world.ts";

describe("cron", () => {
  it("ends sessions whose time is over, keeps the others, and may run at any moment", async () => {
    const person = await makePerson();
    const { body } = await call("POST", "/api/connect/start", { key: person.key, body: { integration: "gmail" } });
    await call("POST", "/api/openclaw/pair/start", { body: {} });
    const live = await database.select().from(pairingSessions);
    await database
      .update(connectionSessions)
      .set({ expiresAt: new Date(Date.now() - 1) })
      .where(eq(connectionSessions.id, body.sessionId));
    await runCron(testEnv, Date.now());
    await runCron(testEnv, Date.now());
    const [ended] = await database.select().from(connectionSessions).where(eq(connectionSessions.id, body.sessionId));
    expect(ended).toMatchObject({ status: "expired", stateHash: null, sealedVerifier: null });
    expect((await database.select().from(pairingSessions)).map(({ status }) => status)).toEqual(
      live.map(() => "awaiting_browser"),
    );
    expect(await database.select().from(apiKeys).where(eq(apiKeys.userId, person.userId))).toHaveLength(1);
  });

  it("keeps how each job went last, and does the others when one fails", async () => {
    await runCron(testEnv, Date.now());
    const before = await listRuns(database);
    expect(before.map(({ job }) => job).toSorted()).toEqual(cronJobs.toSorted());
    expect(before.filter(({ error }) => error !== null)).toEqual([]);
    await database.update(cronRuns).set({ startedAt: new Date(0), succeededAt: new Date(0) });
    await runCron({ ...testEnv, DB: failingFor(testEnv.DB, "usage_stale_hours") }, Date.now());
    const after = new Map((await listRuns(database)).map((run) => [run.job, run]));
    expect(after.get("sum_usage")).toMatchObject({ error: expect.any(String), done: null, succeededAt: new Date(0) });
    expect(after.get("remove_expired")).toMatchObject({ error: null });
    expect(after.get("remove_expired")?.succeededAt?.getTime()).toBeGreaterThan(0);
  });
});

/** A database that cannot read or write one table. */
function failingFor(d1: D1Database, table: string): D1Database {
  return new Proxy(d1, {
    get(target, name) {
      if (name === "prepare")
        return (query: string) => {
          if (query.includes(table)) throw new Error("D1 is not well");
          return target.prepare(query);
        };
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
