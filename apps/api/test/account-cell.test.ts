import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { newAgentKey, openPolicy, sha256Hex, unwrap } from "@clawlink/contract";
import { apiKeys, userIntegrations } from "@clawlink/db";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { age, beginOnly, cell, customer, evict, execute, minute, rowsOf, soon, sql, stubOf } from "./cell-world.ts";
import { testEnv } from "./test-env.ts";
import { anotherKey, call, connectByForm, database, makePerson, rpc } from "./world.ts";

describe("a call's row", () => {
  it("has each attempt, none where nothing was sent", async () => {
    const person = await makePerson();
    await execute(person, "stripe_list_customers", {});
    await connectByForm(person, "stripe");
    await execute(person, "stripe_create_customer", customer());
    unwrap(await rpc.flushUsage(person.userId));
    const ms = expect.any(Number);
    expect((await rowsOf(person)).map(({ attempts, attemptLog }) => ({ attempts, attemptLog }))).toEqual([
      { attempts: 0, attemptLog: null },
      { attempts: 1, attemptLog: [{ waitedMs: ms, tookMs: ms, outcome: 200 }] },
    ]);
  });
});

describe("an evicted cell", () => {
  it("answers as it did before: keys, policies, connections, defaults", async () => {
    const person = await makePerson();
    const connectionId = await connectByForm(person, "stripe");
    const restricted = await anotherKey(person, { maxEffect: "read" });
    const revoked = await anotherKey(person, {});
    unwrap(await rpc.revokeKey(person.userId, revoked.keyId));
    const look = async () => ({
      connection: await cell(person).connection(connectionId),
      write: (await execute(restricted, "stripe_create_customer", customer())).status,
      read: (await execute(restricted, "stripe_list_customers", {})).status,
      revoked: (await execute(revoked, "stripe_list_customers", {})).status,
    });
    const before = await look();
    expect(before).toMatchObject({ write: 403, read: 200, revoked: 401 });
    unwrap(await rpc.flushUsage(person.userId));
    await evict(person);
    const after = await look();
    expect(before.connection).toMatchObject({ id: connectionId, isDefault: true });
    expect({ ...after, connection: { ...after.connection, lastUsedAt: null } }).toEqual({
      ...before,
      connection: { ...before.connection, lastUsedAt: null },
    });
  });

  it("has lost no call: what it had not told D1 is there within two seconds", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const { body } = await execute(person, "stripe_create_customer", customer());
    await evict(person);
    expect((await call("GET", `/api/executions/${body.meta.requestId}`, { key: person.key })).body).toMatchObject({
      status: "succeeded",
    });
    expect(await soon(async () => (await rowsOf(person)).length === 1)).toBe(true);
    expect(await rowsOf(person)).toMatchObject([
      { id: body.meta.requestId, status: "succeeded", device: "Test device" },
    ]);
  });

  it("still gives the first answer to a repeated call, and still refuses other arguments", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const first = await execute(person, "stripe_create_customer", customer({ idempotencyKey: "k" }));
    await evict(person);
    const again = await execute(person, "stripe_create_customer", customer({ idempotencyKey: "k" }));
    expect([again.body, again.headers.get("idempotent-replayed")]).toEqual([first.body, "true"]);
    const other = { arguments: { name: "Other" }, confirmed: true, idempotencyKey: "k" };
    expect((await execute(person, "stripe_create_customer", other)).status).toBe(409);
  });

  it("still waits for the person, and runs what they approve", async () => {
    const owner = await makePerson();
    await connectByForm(owner, "stripe");
    const agent = await anotherKey(owner, { confirmation: "human" });
    const { execution_id: id } = (await execute(agent, "stripe_create_customer", customer())).body.canonical;
    await evict(owner);
    expect(unwrap(await rpc.decideExecution(owner.userId, id, "approve"))).toMatchObject({ ok: true });
  });
});

describe("the journal", () => {
  it("reaches D1 within two seconds by itself, also while another call is still running", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const running = await beginOnly(person, "stripe_create_customer");
    expect(running.begun.kind).toBe("admitted");
    expect(await soon(async () => (await rowsOf(person)).some(({ status }) => status === "running"))).toBe(true);
    await execute(person, "stripe_list_customers", {});
    expect(await soon(async () => (await rowsOf(person)).some(({ status }) => status === "succeeded"))).toBe(true);
  });

  it("asks to be flushed soon again when a call comes in during a flush", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    await beginOnly(person, "stripe_create_customer");
    await Promise.all([
      runDurableObjectAlarm(stubOf(person)),
      execute(person, "stripe_list_customers", {}),
      execute(person, "stripe_list_customers", {}),
    ]);
    expect(await soon(async () => (await rowsOf(person)).length === 3)).toBe(true);
  });

  it("has exactly one row for each of a hundred mixed calls at once", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const readOnly = await anotherKey(person, { maxEffect: "read" });
    const kinds = [
      () => execute(person, "stripe_list_customers", { arguments: { limit: 1 } }),
      () => execute(person, "stripe_create_customer", customer()),
      () => execute(person, "stripe_create_customer", { arguments: { name: "x" } }),
      () => execute(readOnly, "stripe_create_customer", customer()),
      () => execute(person, "stripe_nosuch", {}),
      () => execute(person, "google_calendar_list_calendars", {}),
      () => execute(person, "stripe_get_customer", {}),
      () => call("POST", "/api/tools/stripe_create_customer/preview", { key: person.key, body: customer() }),
      () =>
        call("POST", "/api/executions", {
          key: person.key,
          body: { integration_id: "stripe", action_id: "list_customers" },
        }),
      () => execute(person, "stripe_create_customer", customer({ idempotencyKey: crypto.randomUUID() })),
    ];
    const answers = await Promise.all(Array.from({ length: 10 }, () => kinds.map((run) => run())).flat());
    const expected = [200, 200, 412, 403, 404, 409, 400, 200, 200, 200];
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => expected).flat());
    unwrap(await rpc.flushUsage(person.userId));
    const rows = await rowsOf(person);
    expect(rows).toHaveLength(100);
    expect(rows.every(({ status, finishedAt }) => status !== "running" && finishedAt !== null)).toBe(true);
    await runDurableObjectAlarm(stubOf(person));
    expect(await sql(person, (storage) => storage.exec("select count(*) as left from executions").one().left)).toBe(0);
  });
});

describe("a read whose isolate died", () => {
  it("has one row all the same, which ends as unknown", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const { begin } = await beginOnly(person, "stripe_list_customers", { input: {} });
    expect(await soon(async () => (await rowsOf(person)).length === 1)).toBe(true);
    await age(person, 6 * minute);
    await evict(person);
    await runDurableObjectAlarm(stubOf(person));
    expect(await rowsOf(person)).toMatchObject([{ id: begin.executionId, status: "unknown" }]);
  });
});

describe("a write whose isolate died", () => {
  it("ends as unknown after five minutes, not before", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const { begin } = await beginOnly(person, "stripe_create_customer");
    await age(person, 4 * minute);
    await runDurableObjectAlarm(stubOf(person));
    expect(await rowsOf(person)).toMatchObject([{ id: begin.executionId, status: "running" }]);
    await age(person, 2 * minute);
    await runDurableObjectAlarm(stubOf(person));
    expect(await rowsOf(person)).toMatchObject([
      { id: begin.executionId, status: "unknown", errorMessage: expect.stringContaining("not known") },
    ]);
  });

  it("after an eviction too, and is never sent again for the same idempotency key", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const asked = customer({ idempotencyKey: "k" });
    await execute(person, "stripe_create_customer", asked);
    await sql(person, (storage) => storage.exec("update idempotency set answer = null where key = 'k'"));
    expect(await execute(person, "stripe_create_customer", asked)).toMatchObject({
      status: 409,
      body: { error: { code: "idempotency_in_progress" } },
    });
    await age(person, 6 * minute);
    await evict(person);
    const { status, body } = await execute(person, "stripe_create_customer", asked);
    expect([status, body.error.code, body.error.retryable]).toEqual([409, "idempotency_conflict", false]);
    expect(body.hint).toContain("fresh key");
  });

  it("that ends late after all is one row, as it ended", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const { begin } = await beginOnly(person, "stripe_create_customer");
    await age(person, 6 * minute);
    await runDurableObjectAlarm(stubOf(person));
    const [row] = await rowsOf(person);
    await cell(person).finish(begin.keyHash, [
      {
        record: {
          ...{
            id: begin.executionId,
            integration: "stripe",
            action: "create_customer",
            connectionId: null,
            mode: "direct",
          },
          ...{
            effect: "write",
            status: "succeeded",
            errorType: null,
            errorCode: null,
            errorMessage: null,
            attemptLog: null,
            attempts: 1,
          },
          ...{ pacedMs: 0, latencyMs: 1, providerRequestId: null, input: {}, output: {}, finishedAt: Date.now() },
          createdAt: row?.createdAt.getTime() ?? 0,
        },
        idempotency: null,
        credentialVersion: null,
        sign: null,
      },
    ]);
    unwrap(await rpc.flushUsage(person.userId));
    expect(await rowsOf(person)).toMatchObject([{ id: begin.executionId, status: "succeeded", errorMessage: null }]);
  });
});

it("an account nobody has answers nothing, and keeps nothing", async () => {
  const stranger = { ...(await makePerson()), userId: "00000000000000000000" };
  expect(await cell(stranger).connection(1)).toBeNull();
  expect(await cell(stranger).identify("x")).toBeNull();
  expect(await cell(stranger).createKey("x", openPolicy)).toMatchObject({ ok: false, fault: { code: "not_found" } });
});

describe("a change of which nobody knows whether D1 made it", () => {
  it("has the cell take in what D1 has", async () => {
    const person = await makePerson();
    const connectionId = await connectByForm(person, "stripe");
    const unknown = newAgentKey(person.userId);
    const row = { id: "key_unknown", userId: person.userId, name: "Unknown", kind: "manual", hint: "hint" } as const;
    await database.insert(apiKeys).values({ ...row, keyHash: await sha256Hex(unknown), policy: openPolicy });
    await database
      .update(userIntegrations)
      .set({ connectionLabel: "Renamed" })
      .where(eq(userIntegrations.id, connectionId));
    const look = async () => {
      const { status, body } = await call("GET", "/api/integrations", { key: unknown });
      return [status, body.integrations?.[0]?.connectionLabel];
    };
    expect(await look()).toEqual([401, undefined]);
    await testEnv.DB.exec(
      "create trigger lost before update on api_keys when new.name = 'Lost' begin select raise(abort, 'lost'); end",
    );
    const lost = await rpc.changeKey(person.userId, person.keyId, { name: "Lost" });
    expect(lost).toMatchObject({ ok: false, fault: { code: "internal_error" } });
    await testEnv.DB.exec("drop trigger lost");
    expect(await look()).toEqual([200, "Renamed"]);
    expect((await execute(person, "stripe_list_customers", {})).status).toBe(200);
  });
});

describe("a key that is revoked", () => {
  it("is refused at once, though other changes of the account are still under way", async () => {
    const person = await makePerson();
    const other = await anotherKey(person, {});
    const keyHash = await sha256Hex(other.key);
    await runInDurableObject(stubOf(person), async (account) => {
      expect(await account.identify(keyHash)).toMatchObject({ key: { id: other.keyId } });
      let waiting = 20;
      const changes = Array.from({ length: waiting }, async (_, index) => {
        await account.changeKey(person.keyId, { name: `Name ${index}` });
        waiting -= 1;
      });
      const revoked = account.revokeKey(other.keyId);
      while ((await account.identify(keyHash)) !== null);
      expect(waiting).toBeGreaterThan(0);
      await Promise.all(changes);
      unwrap(await revoked);
    });
  });
});
