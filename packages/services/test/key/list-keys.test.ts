import { env } from "cloudflare:workers";
import { Key, openPolicy, randomToken } from "@clawlink/contract";
import { apiKeys, openDatabase } from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { expect, it } from "vitest";
import { listKeys } from "../../src/key/list-keys.ts";

const database = openDatabase(env.DB);

async function makeKey(userId: string, facts: Partial<typeof apiKeys.$inferInsert> = {}): Promise<string> {
  const id = `key_${randomToken(12)}`;
  const row = {
    id,
    userId,
    name: "Key",
    kind: "manual",
    keyHash: randomToken(64),
    hint: "abcd",
    policy: openPolicy,
  } as const;
  await database.insert(apiKeys).values({ ...row, ...facts });
  return id;
}

it("lists a person's live keys, newest first, and nothing that could stand for one", async () => {
  const [ada, bob] = [await makeUser(database), await makeUser(database)];
  const older = await makeKey(ada.id, { createdAt: new Date(1000) });
  const newer = await makeKey(ada.id, { createdAt: new Date(2000) });
  await makeKey(ada.id, { revokedAt: new Date() });
  await makeKey(bob.id);
  const keys = await listKeys(database, ada.id);
  expect(keys.map(({ id }) => id)).toEqual([newer, older]);
  expect(Key.strict().array().parse(keys)).toEqual(keys);
});
