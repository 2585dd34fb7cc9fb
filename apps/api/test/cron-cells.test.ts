import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { LogQuery, unwrap } from "@clawlink/contract";
import { toolExecutions, usageStaleHours, userIntegrations } from "@clawlink/db";
import { listExecutions } from "@clawlink/services/usage/list-executions";
import { eq, sql as statement } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { runCron } from "../src/cron.ts";
import {
  beginOnly,
  cell,
  connectionRow,
  crash,
  customer,
  execute,
  minute,
  rowsOf,
  soon,
  sql,
  stubOf,
} from "./cell-world.ts";
import { testEnv } from "./test-env.ts";
import { connectByForm, connectOAuth, database, makePerson, type Person, rpc } from "./world.ts";

/** The cell goes away and nothing wakes it but a call or cron. */
async function fallAsleep(person: Person): Promise<void> {
  await runInDurableObject(stubOf(person), (_instance, state) => state.storage.deleteAlarm());
  await crash(person);
}

describe("a call whose isolate died, of an account nobody calls any more", () => {
  it("is ended as unknown by cron, although its cell sleeps without an alarm", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const { begin } = await beginOnly(person, "stripe_create_customer", { startedAt: Date.now() - 4 * minute });
    await runDurableObjectAlarm(stubOf(person));
    await fallAsleep(person);
    await runCron(testEnv, Date.now());
    expect(await rowsOf(person)).toMatchObject([{ id: begin.executionId, status: "running" }]);
    await sql(person, (storage) => storage.exec("update executions set at = at - ?", 7 * minute));
    await fallAsleep(person);
    await runCron(testEnv, Date.now() + 7 * minute);
    expect(await rowsOf(person)).toMatchObject([
      { id: begin.executionId, status: "unknown", errorCode: "internal_error" },
    ]);
  });

  it("is ended after an hour when its cell has lost it, and its hour is summed anew", async () => {
    const person = await makePerson();
    const createdAt = new Date(Date.now() - 61 * minute);
    const lost = { id: `exe_${crypto.randomUUID()}`, userId: person.userId, action: "x", mode: "direct" } as const;
    await database.insert(toolExecutions).values({ ...lost, status: "running", createdAt });
    await runCron(testEnv, Date.now() - 2 * minute);
    expect(await rowsOf(person)).toMatchObject([{ status: "running" }]);
    await runCron(testEnv, Date.now());
    expect(await rowsOf(person)).toMatchObject([{ status: "unknown", finishedAt: expect.any(Date) }]);
  });
});

describe("while D1 cannot be written", () => {
  it("calls are answered, and each is one row afterwards, without anybody calling again", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    await database.run(statement`alter table tool_executions rename to tool_executions_away`);
    const answers = await Promise.all([
      execute(person, "stripe_create_customer", customer()),
      execute(person, "stripe_list_customers", {}),
      execute(person, "stripe_nosuch", {}),
    ]);
    const known = () => Promise.all(answers.map(({ body }) => cell(person).findExecution(body.meta.requestId)));
    expect(await soon(async () => (await known()).every((entry) => entry !== null))).toBe(true);
    await runDurableObjectAlarm(stubOf(person));
    expect((await rpc.flushUsage(person.userId)).ok).toBe(false);
    await crash(person);
    await database.run(statement`alter table tool_executions_away rename to tool_executions`);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404]);
    expect(await runInDurableObject(stubOf(person), (_instance, state) => state.storage.getAlarm())).not.toBeNull();
    await runDurableObjectAlarm(stubOf(person));
    expect((await rowsOf(person)).map(({ status }) => status).toSorted()).toEqual(["failed", "succeeded", "succeeded"]);
    await runCron(testEnv, Date.now());
    expect(await database.select().from(usageStaleHours).where(eq(usageStaleHours.userId, person.userId))).toEqual([]);
    const summed = await listExecutions(database, { userId: person.userId }, LogQuery.parse({}));
    expect(summed.stats).toMatchObject({ totalRequests: 3, successfulRequests: 2, failedRequests: 1 });
  });
});

describe("what D1 did not take", () => {
  it("when a connection was last used is told the next time", async () => {
    const person = await makePerson();
    const id = await connectByForm(person, "stripe");
    unwrap(await rpc.flushUsage(person.userId));
    await database.update(userIntegrations).set({ lastUsedAt: null }).where(eq(userIntegrations.id, id));
    await database.run(statement`alter table tool_executions rename to tool_executions_away`);
    await execute(person, "stripe_create_customer", customer());
    expect((await rpc.flushUsage(person.userId)).ok).toBe(false);
    await database.run(statement`alter table tool_executions_away rename to tool_executions`);
    expect((await connectionRow(id))?.lastUsedAt).toBeNull();
    unwrap(await rpc.flushUsage(person.userId));
    expect((await connectionRow(id))?.lastUsedAt).toBeInstanceOf(Date);
  });
});

describe("tokens about to expire", () => {
  const expireIn = async (person: Person, id: number, milliseconds: number, facts: { lastUsedAt: Date | null }) => {
    await database
      .update(userIntegrations)
      .set({ credentialExpiresAt: new Date(Date.now() + milliseconds), ...facts })
      .where(eq(userIntegrations.id, id));
    await crash(person);
  };
  const used = { lastUsedAt: new Date() };
  const version = async (id: number) => (await connectionRow(id))?.credentialVersion;
  const linear = async () => {
    const person = await makePerson();
    return { person, id: await connectOAuth(person, "linear", "owner@example.com") };
  };

  it("are renewed before they do, once, when the connection is in use", async () => {
    const { person, id } = await linear();
    await expireIn(person, id, 5 * minute, used);
    await Promise.all([runCron(testEnv, Date.now()), runCron(testEnv, Date.now())]);
    await runCron(testEnv, Date.now());
    expect(await version(id)).toBe(2);
    expect((await execute(person, "linear_list_teams", {})).status).toBe(200);
  });

  it("are left alone when they are good for longer, when nobody uses them, or when a person has to reconnect", async () => {
    const [longer, unused, stale] = [await linear(), await linear(), await linear()];
    await expireIn(longer.person, longer.id, 16 * minute, used);
    await expireIn(unused.person, unused.id, 5 * minute, { lastUsedAt: new Date(Date.now() - 8 * 24 * 60 * minute) });
    await database.update(userIntegrations).set({ authState: "stale_auth" }).where(eq(userIntegrations.id, stale.id));
    await expireIn(stale.person, stale.id, 5 * minute, used);
    await runCron(testEnv, Date.now(), () => 0.99);
    expect([await version(longer.id), await version(unused.id), await version(stale.id)]).toEqual([1, 1, 1]);
  });

  it("are renewed at moments that chance decides, and at the latest on the last run before", async () => {
    const { person, id } = await linear();
    await expireIn(person, id, 10 * minute, used);
    await runCron(testEnv, Date.now(), () => 0);
    expect(await version(id)).toBe(1);
    await runCron(testEnv, Date.now(), () => 0.99);
    expect(await version(id)).toBe(2);
  });

  it("are left alone, and the connection healthy, when nothing can renew them", async () => {
    const person = await makePerson();
    const id = await connectOAuth(person, "github", "workspace-owner");
    await expireIn(person, id, 5 * minute, used);
    await runCron(testEnv, Date.now());
    expect(await connectionRow(id)).toMatchObject({ credentialVersion: 1, authState: "healthy" });
  });
});
