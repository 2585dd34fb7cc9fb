import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { openPolicy, unwrap } from "@clawlink/contract";
import { users, verifications } from "@clawlink/db";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { customer, evict, execute, stubOf } from "./cell-world.ts";
import { testEnv } from "./test-env.ts";
import { anotherKey, call, connectByForm, connectOAuth, database, makePerson, type Person, rpc } from "./world.ts";

/** Every row of every table, with the account's id in some column. */
async function rowsNaming({ userId, email }: Person): Promise<string[]> {
  const tables = await testEnv.DB.prepare(
    "select name from sqlite_master where type = 'table' and name not like '\\_cf%' escape '\\' and name not like 'sqlite%'",
  ).all<{ name: string }>();
  const found: string[] = [];
  for (const { name } of tables.results) {
    const { results } = await testEnv.DB.prepare(`select * from "${name}"`).all();
    for (const row of results) {
      const text = JSON.stringify(row);
      if (text.includes(userId) || text.includes(email)) found.push(`${name}: ${text}`);
    }
  }
  return found;
}

const stored = async ({ userId }: Person) => {
  const { keys } = await testEnv.CREDENTIALS.list();
  return keys.map(({ name }) => name).filter((name) => name.includes(userId));
};

/** What the cell keeps on disk, without what the platform keeps there. */
const kept = (person: Person) =>
  runInDurableObject(stubOf(person), async (_instance, state) => ({
    alarm: await state.storage.getAlarm(),
    tables: state.storage.sql
      .exec("select name from sqlite_master where name not like '\\_cf%' escape '\\' and name not like 'sqlite%'")
      .toArray(),
  }));

/** A person with accounts, keys, calls, one of which waits for them and one of which has a stored result. */
async function busyPerson(): Promise<Person> {
  const person = await makePerson();
  await connectByForm(person, "stripe");
  expect((await execute(person, "stripe_create_customer", customer({ idempotencyKey: "k" }))).status).toBe(200);
  const careful = await anotherKey(person, { confirmation: "human" });
  expect((await execute(careful, "stripe_create_customer", customer())).status).toBe(202);
  const large = await execute(person, "stripe_list_customers", { arguments: {}, maxBytes: 1_024 });
  expect(large.status).toBe(200);
  unwrap(await rpc.flushUsage(person.userId));
  const { userId, email } = person;
  const expiresAt = new Date(Date.now() + 600_000);
  await database.insert(verifications).values([
    { id: `${userId} 1`, identifier: crypto.randomUUID(), value: userId, expiresAt },
    {
      id: `${userId} 2`,
      identifier: crypto.randomUUID(),
      value: JSON.stringify({ link: { userId, email } }),
      expiresAt,
    },
  ]);
  return person;
}

describe("deleting an account", () => {
  it("leaves nothing of it in D1, in KV and in its cell, and another account as it was", async () => {
    const [leaving, staying] = [await busyPerson(), await busyPerson()];
    expect((await rowsNaming(leaving)).length).toBeGreaterThan(4);
    expect(await stored(leaving)).not.toEqual([]);
    const before = { rows: await rowsNaming(staying), stored: await stored(staying) };

    const { notRevoked } = unwrap(await rpc.deleteAccount(leaving.userId));
    expect(notRevoked).toMatchObject([{ integration: "stripe" }]);
    expect(await rowsNaming(leaving)).toEqual([]);
    expect(await stored(leaving)).toEqual([]);
    expect(await kept(leaving)).toEqual({ alarm: null, tables: [] });

    expect({ rows: await rowsNaming(staying), stored: await stored(staying) }).toEqual(before);
    expect((await execute(staying, "stripe_create_customer", customer())).status).toBe(200);
  });

  it("ends every key at once, and makes none for who is gone", async () => {
    const person = await makePerson();
    const other = await anotherKey(person, {});
    unwrap(await rpc.deleteAccount(person.userId));
    for (const { key } of [person, other]) {
      expect((await call("GET", "/api/agent/whoami", { key })).status).toBe(401);
      expect((await execute({ ...person, key }, "stripe_create_customer", customer())).status).toBe(401);
    }
    expect(await rpc.createKey(person.userId, "Late", openPolicy)).toMatchObject({
      ok: false,
      fault: { code: "not_found" },
    });
    expect(await rpc.deleteAccount(person.userId)).toMatchObject({ ok: false, fault: { code: "not_found" } });
    expect(await rowsNaming(person)).toEqual([]);
  });

  it("withdraws its tokens at the provider, a grant that two apps live on too, and says which it could not", async () => {
    const person = await makePerson();
    await connectOAuth(person, "gmail", "owner@example.com");
    await connectOAuth(person, "google-calendar", "owner@example.com");
    await connectByForm(person, "resend");
    const { notRevoked } = unwrap(await rpc.deleteAccount(person.userId));
    expect(notRevoked.map(({ integration }) => integration)).toEqual(["resend"]);
  });

  it("is refused to the only operator of other people, and takes nothing then", async () => {
    const operator = await makePerson();
    await database.update(users).set({ role: "operator" }).where(eq(users.id, operator.userId));
    expect(await rpc.deleteAccount(operator.userId)).toMatchObject({ ok: false, fault: { code: "conflict" } });
    expect((await call("GET", "/api/agent/whoami", { key: operator.key })).status).toBe(200);
    await database.update(users).set({ role: "user" }).where(eq(users.id, operator.userId));
  });

  it("of two operators at once leaves the others one of them", async () => {
    const [first, second] = [await makePerson(), await makePerson()];
    const ids = [first.userId, second.userId];
    for (const id of ids) await database.update(users).set({ role: "operator" }).where(eq(users.id, id));
    const left = await Promise.all(ids.map((id) => rpc.deleteAccount(id)));
    expect(left.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    const remaining = await database.select({ id: users.id }).from(users).where(eq(users.role, "operator"));
    expect(remaining).toHaveLength(1);
    await database.update(users).set({ role: "user" });
  });

  it("that was cut short before its cell was cleared ends by itself", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    await execute(person, "stripe_create_customer", customer());
    await database.delete(users).where(eq(users.id, person.userId));
    await evict(person);
    expect((await kept(person)).tables).not.toEqual([]);
    await runDurableObjectAlarm(stubOf(person));
    expect(await kept(person)).toEqual({ alarm: null, tables: [] });
  });
});
