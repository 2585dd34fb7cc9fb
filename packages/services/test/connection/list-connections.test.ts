import { env } from "cloudflare:workers";
import { openDatabase, userIntegrations } from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { expect, it } from "vitest";
import { countConnections } from "../../src/connection/count-connections.ts";
import { findConnection } from "../../src/connection/find-connection.ts";
import { listConnections } from "../../src/connection/list-connections.ts";

const database = openDatabase(env.DB);

it("lists a person's accounts by app, the default first, and nobody else's", async () => {
  const [ada, bob] = [await makeUser(database), await makeUser(database)];
  const row = (userId: string, integration: string, accountLabel: string, isDefault = false) => {
    return { userId, integration, accountLabel, isDefault, flowType: "oauth", credentialVersion: 1 } as const;
  };
  await database
    .insert(userIntegrations)
    .values([
      row(ada.id, "gmail", "first"),
      row(ada.id, "github", "second"),
      row(ada.id, "github", "third", true),
      row(bob.id, "github", "fourth", true),
      { ...row(ada.id, "slack", "half made"), credentialVersion: 0 },
    ]);
  const connections = await listConnections(database, ada.id);
  expect(connections.map(({ accountLabel }) => accountLabel)).toEqual(["third", "second", "first"]);
});

it("gives a page of many, those that are searched for, and how many there are by app", async () => {
  const [ada, bob] = [await makeUser(database), await makeUser(database)];
  const rows = Array.from({ length: 230 }, (_, index) => ({
    userId: ada.id,
    integration: index < 30 ? "github" : "gmail",
    accountLabel: `account ${index} 😀 <b>`,
    flowType: "oauth" as const,
    credentialVersion: 1,
  }));
  for (let start = 0; start < rows.length; start += 10) {
    await database.insert(userIntegrations).values(rows.slice(start, start + 10));
  }
  expect(await listConnections(database, ada.id)).toHaveLength(200);
  const page = await listConnections(database, ada.id, { offset: 29, limit: 2 });
  expect(page.map(({ integration }) => integration)).toEqual(["github", "gmail"]);
  const found = await listConnections(database, ada.id, { search: "ACCOUNT 229 😀" });
  expect(found.map(({ accountLabel }) => accountLabel)).toEqual(["account 229 😀 <b>"]);
  expect(await listConnections(database, ada.id, { search: "%" })).toEqual([]);
  const ids = found.map((row) => row.id);
  expect(await listConnections(database, ada.id, { ids })).toEqual(found);
  expect(await listConnections(database, bob.id, { ids })).toEqual([]);
  expect(Object.fromEntries(await countConnections(database, ada.id))).toEqual({ github: 30, gmail: 200 });
  const id = found[0]?.id ?? 0;
  expect(await findConnection(database, ada.id, id)).toEqual(found[0]);
  expect(await findConnection(database, bob.id, id)).toBeNull();
});
