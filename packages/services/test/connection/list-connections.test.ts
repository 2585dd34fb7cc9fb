import { env } from "cloudflare:workers";
import { Connection } from "@clawlink/contract";
import { openDatabase, userIntegrations } from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { expect, it } from "vitest";
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
  expect(Connection.strict().array().parse(connections)).toEqual(connections);
});
