import { env } from "cloudflare:workers";
import { apiKeys, openDatabase, sessions, usageRollups, userIntegrations, users } from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { disableAccount, enableAccount } from "../../src/account/disable-account.ts";
import { makeOperator, removeOperator } from "../../src/operator/change-role.ts";
import { findPerson, listPeople } from "../../src/operator/list-people.ts";

const database = openDatabase(env.DB);
const now = Date.UTC(2026, 10, 23, 12);
const day = 86_400_000;

beforeEach(async () => {
  await database.delete(users);
});

async function people(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const { id } = await makeUser(database, { email: `person-${index}@example.com` });
    // Three at a time are made in the same millisecond.
    await database
      .update(users)
      .set({ createdAt: new Date(now - Math.floor(index / 3)) })
      .where(eq(users.id, id));
    ids.push(id);
  }
  return ids;
}

const roleOf = async (id: string) => (await findPerson(database, id, now))?.role;

describe("the operator's list of people", () => {
  it("has everybody once, newest first, over its pages", async () => {
    const ids = await people(120);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listPeople(database, { cursor, now });
      expect(page.people.length).toBeLessThanOrEqual(50);
      seen.push(...page.people.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(120);
    expect(new Set(seen)).toEqual(new Set(ids));
  });

  it("finds by part of a name or an address and by the whole id, and takes wildcards for letters", async () => {
    const [first = ""] = await people(3);
    await database.update(users).set({ name: "Ada <b>100%</b> עדה 🦞" }).where(eq(users.id, first));
    const found = async (search: string) => (await listPeople(database, { search, now })).people.map(({ id }) => id);
    for (const search of ["ada", "<b>", "100%", "עדה", "🦞", first, "PERSON-0@"])
      expect(await found(search)).toEqual([first]);
    expect(await found("%")).toEqual([first]);
    expect(await found("person_0")).toEqual([]);
    expect(await found("' or 1=1 --")).toEqual([]);
  });

  it("counts live keys, connections in force and the summed calls of thirty days, and knows when somebody was last seen", async () => {
    const [id = "", other = ""] = await people(2);
    const key = { userId: id, name: "Laptop", kind: "manual", hint: "abcd", policy: policyOf() } as const;
    const used = new Date(now - 5_000);
    await database.insert(apiKeys).values([
      { ...key, id: "key_live", keyHash: "live", lastUsedAt: used },
      { ...key, id: "key_dead", keyHash: "dead", revokedAt: new Date() },
    ]);
    await database.insert(sessions).values({
      id: "session",
      userId: id,
      token: "token",
      createdAt: new Date(now - 9_000),
      expiresAt: new Date(now + day),
    });
    const connection = { userId: id, integration: "gmail", flowType: "oauth" } as const;
    await database.insert(userIntegrations).values([
      { ...connection, credentialVersion: 1 },
      { ...connection, credentialVersion: 0 },
    ]);
    const sums = (calls: number) => ({ names: [], cells: [[0, 0, 0, 0, 0, 0, 0, calls, calls, 1]], cut: false });
    const empty = { names: [], cells: [] };
    const rollup = { userId: id, readAt: new Date(now), latencies: empty };
    await database.insert(usageRollups).values([
      { ...rollup, grain: "day", startsAt: new Date(Date.UTC(2026, 10, 23)), counts: sums(7) },
      { ...rollup, grain: "day", startsAt: new Date(Date.UTC(2026, 9, 25)), counts: sums(30) },
      { ...rollup, grain: "day", startsAt: new Date(Date.UTC(2026, 9, 24)), counts: sums(500) },
      { ...rollup, grain: "hour", startsAt: new Date(Date.UTC(2026, 10, 23)), counts: sums(7) },
    ]);
    expect(await findPerson(database, id, now)).toMatchObject({
      keys: 1,
      connections: 1,
      calls: 37,
      lastSeenAt: used.getTime(),
    });
    expect(await findPerson(database, other, now)).toMatchObject({
      keys: 0,
      connections: 0,
      calls: 0,
      lastSeenAt: null,
    });
    expect(await findPerson(database, "nobody", now)).toBeNull();
  });
});

function policyOf() {
  return { apps: null, connections: null, maxEffect: "admin", confirmation: "agent" } as const;
}

describe("roles", () => {
  it("keep one operator, also when two take the role from each other at once", async () => {
    const [first = "", second = ""] = await people(2);
    await makeOperator(database, first);
    await expect(removeOperator(database, first)).rejects.toMatchObject({ code: "conflict" });
    await makeOperator(database, second);
    const taken = await Promise.allSettled([removeOperator(database, first), removeOperator(database, second)]);
    expect(taken.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect([await roleOf(first), await roleOf(second)].toSorted()).toEqual(["operator", "user"]);
  });

  it("and disabling exclude each other", async () => {
    const [first = "", second = ""] = await people(2);
    await makeOperator(database, first);
    await expect(disableAccount(database, first)).rejects.toMatchObject({ code: "conflict" });
    await disableAccount(database, second);
    await expect(makeOperator(database, second)).rejects.toMatchObject({ code: "conflict" });
    await enableAccount(database, second);
    await makeOperator(database, second);
    expect(await roleOf(second)).toBe("operator");
  });
});

it("disabling ends the person's browser sessions and nobody else's", async () => {
  const [id = "", other = ""] = await people(2);
  const session = (userId: string) => ({ id: userId, userId, token: userId, expiresAt: new Date(Date.now() + day) });
  await database.insert(sessions).values([session(id), session(other)]);
  await disableAccount(database, id);
  expect((await database.select().from(sessions)).map(({ userId }) => userId)).toEqual([other]);
});
