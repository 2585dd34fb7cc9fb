import { env } from "cloudflare:workers";
import { accountOfAgentKey, Key, openPolicy, sha256Hex } from "@clawlink/contract";
import { apiKeys, openDatabase } from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { loadAccount } from "../../src/account/load-account.ts";
import { changeKey } from "../../src/key/change-key.ts";
import { insertKey, makeKey } from "../../src/key/insert-key.ts";
import { keyAnswer } from "../../src/key/key-answer.ts";
import { revokeKey } from "../../src/key/revoke-key.ts";

const database = openDatabase(env.DB);

async function keyFor(userId: string) {
  const key = await makeKey(userId, { name: "Device", kind: "manual", policy: openPolicy });
  await insertKey(database, key.row);
  return key;
}

describe("a key", () => {
  it("names its account, is stored as its hash, and shows its last four characters alone", async () => {
    const { id } = await makeUser(database);
    const { raw, row } = await keyFor(id);
    const [stored] = await database.select().from(apiKeys).where(eq(apiKeys.id, row.id));
    expect(accountOfAgentKey(raw)).toBe(id);
    expect(stored).toMatchObject({ keyHash: await sha256Hex(raw), hint: raw.slice(-4) });
    expect(JSON.stringify(stored)).not.toContain(raw.slice(-20));
    expect(JSON.stringify(Key.strict().parse(keyAnswer(row)))).not.toContain(row.keyHash);
  });

  it("that is revoked is not loaded, and stays revoked since when it was", async () => {
    const { id } = await makeUser(database);
    const [kept, gone] = [await keyFor(id), await keyFor(id)];
    const [first] = await revokeKey(database, id, gone.row.id).returning();
    expect(await revokeKey(database, id, gone.row.id).returning()).toEqual([]);
    expect((await loadAccount(database, id))?.keys.map((key) => key.id)).toEqual([kept.row.id]);
    const [stored] = await database.select().from(apiKeys).where(eq(apiKeys.id, gone.row.id));
    expect(stored?.revokedAt).toEqual(first?.revokedAt);
  });

  it("changes its name and policy one by one, and not once it is revoked", async () => {
    const { id } = await makeUser(database);
    const { row } = await keyFor(id);
    const policy = { ...openPolicy, maxEffect: "read" } as const;
    expect(await changeKey(database, id, row.id, { name: "Laptop" })).toMatchObject({
      name: "Laptop",
      policy: openPolicy,
    });
    expect(await changeKey(database, id, row.id, { policy })).toMatchObject({ name: "Laptop", policy });
    expect(await changeKey(database, id, row.id, {})).toMatchObject({ name: "Laptop", policy });
    await revokeKey(database, id, row.id);
    await expect(changeKey(database, id, row.id, { name: "Back" })).rejects.toMatchObject({ code: "not_found" });
    await expect(changeKey(database, id, row.id, {})).rejects.toMatchObject({ code: "not_found" });
  });

  it("is not changed from a name or policy it no longer has, and what was not changed elsewhere may be", async () => {
    const { id } = await makeUser(database);
    const { row } = await keyFor(id);
    const was = { name: "Device", policy: openPolicy };
    const policy = { ...openPolicy, maxEffect: "read" } as const;
    await changeKey(database, id, row.id, { name: "Laptop", was });
    await expect(changeKey(database, id, row.id, { name: "Phone", was })).rejects.toMatchObject({ code: "conflict" });
    expect(await changeKey(database, id, row.id, { policy, was })).toMatchObject({ name: "Laptop", policy });
    await expect(changeKey(database, id, row.id, { policy: openPolicy, was })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await changeKey(database, id, row.id, { name: "Phone" })).toMatchObject({ name: "Phone", policy });
  });

  it("of another person is as unknown as none", async () => {
    const [ada, bob] = [await makeUser(database), await makeUser(database)];
    const { row } = await keyFor(ada.id);
    await expect(changeKey(database, bob.id, row.id, { name: "Mine" })).rejects.toMatchObject({ code: "not_found" });
    expect(await revokeKey(database, bob.id, row.id).returning()).toEqual([]);
    expect((await loadAccount(database, ada.id))?.keys).toMatchObject([{ id: row.id, name: "Device" }]);
  });

  it("with a policy from before a field was added means what an open policy means there", async () => {
    const { id } = await makeUser(database);
    const { row } = await keyFor(id);
    await env.DB.prepare("update api_keys set policy = ? where id = ?").bind('{"apps":["gmail"]}', row.id).run();
    expect((await loadAccount(database, id))?.keys).toMatchObject([{ policy: { ...openPolicy, apps: ["gmail"] } }]);
  });
});

it("an account nobody has is not loaded", async () => {
  expect(await loadAccount(database, "nobody")).toBeNull();
});
