import { unwrap } from "@clawlink/contract";
import { apiKeys, users } from "@clawlink/db";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { customer, evict, execute } from "./cell-world.ts";
import { anotherKey, call, connectByForm, database, makePerson, type Person, rpc } from "./world.ts";

const whoami = async ({ key }: Person, headers: Record<string, string> = {}) =>
  (await call("GET", "/api/agent/whoami", { key, headers })).status;

describe("disabling an account", () => {
  it("refuses every key at once, after the cell was away as well, and nobody else's", async () => {
    const [person, other] = [await makePerson(), await makePerson()];
    const second = await anotherKey(person, {});
    await connectByForm(person, "stripe");
    unwrap(await rpc.disableAccount(person.userId));
    for (const away of [false, true]) {
      if (away) await evict(person);
      for (const one of [person, second]) {
        expect(await whoami(one)).toBe(401);
        expect((await execute(one, "stripe_create_customer", customer())).status).toBe(401);
      }
    }
    expect(await whoami(other)).toBe(200);
  });

  it("makes no key that works", async () => {
    const person = await makePerson();
    unwrap(await rpc.disableAccount(person.userId));
    expect(await whoami(await anotherKey(person, {}))).toBe(401);
  });

  it("is undone by enabling: the keys and connections are as they were", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    unwrap(await rpc.disableAccount(person.userId));
    unwrap(await rpc.enableAccount(person.userId));
    expect((await execute(person, "stripe_create_customer", customer())).status).toBe(200);
  });

  it("is not for operators, nor for accounts that do not exist", async () => {
    const person = await makePerson();
    await database.update(users).set({ role: "operator" }).where(eq(users.id, person.userId));
    expect(await rpc.disableAccount(person.userId)).toMatchObject({ ok: false, fault: { code: "conflict" } });
    expect(await whoami(person)).toBe(200);
    expect(await rpc.disableAccount("nobody")).toMatchObject({ ok: false, fault: { code: "not_found" } });
  });
});

describe("where a key was last used from", () => {
  const used = async ({ userId, keyId }: Person) => {
    unwrap(await rpc.flushUsage(userId));
    const [row] = await database.select().from(apiKeys).where(eq(apiKeys.id, keyId));
    return { client: row?.lastUsedClient, country: row?.lastUsedCountry };
  };

  it("is the program and the country, and nothing more of the request", async () => {
    const person = await makePerson();
    const agent = "clawlink-cli/0.3.1 (Linux 6.1; ada-laptop; x64) node/24";
    expect(await whoami(person, { "user-agent": agent, "cf-ipcountry": "NL" })).toBe(200);
    expect(await used(person)).toEqual({ client: "clawlink-cli 0.3.1", country: "NL" });
    expect(await whoami(person, { "user-agent": "<script>alert(1)</script>", "cf-ipcountry": "nowhere" })).toBe(200);
    expect(await used(person)).toEqual({ client: null, country: null });
  });

  it("is known of a call, too", async () => {
    const person = await makePerson();
    const headers = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140", "cf-ipcountry": "T1" };
    const body = { arguments: {}, connectionId: 1 };
    await call("POST", "/api/tools/stripe_list_customers/execute", { key: person.key, body, headers });
    expect(await used(person)).toEqual({ client: "A browser", country: null });
  });
});

it("says how it and what it stands on are", async () => {
  expect(unwrap(await rpc.checkHealth())).toMatchObject({
    database: { ok: true, ms: expect.any(Number) },
    keyValue: { ok: true, ms: expect.any(Number) },
    sealsTo: "test",
    opens: ["test", "older"],
  });
});
