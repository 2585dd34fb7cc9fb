import { env } from "cloudflare:workers";
import { apiKeys, openDatabase, userIntegrations } from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { expect, it } from "vitest";
import { readProgress } from "../../src/account/read-progress.ts";
import { makeExecution } from "../make-execution.ts";

const database = openDatabase(env.DB);

it("tells how far a person has come, by what they have done and nobody else", async () => {
  const [ada, bob] = [await makeUser(database), await makeUser(database)];
  expect(await readProgress(database, ada.id)).toEqual({ agent: false, app: false, call: false });
  await database.insert(apiKeys).values({
    id: `key-${ada.id}`,
    userId: ada.id,
    name: "Laptop",
    kind: "manual",
    keyHash: `hash-${ada.id}`,
    hint: "abcd",
    policy: { apps: null, connections: null, maxEffect: "admin", confirmation: "agent" },
  });
  const app = { userId: ada.id, integration: "gmail", flowType: "oauth", credentialVersion: 1 } as const;
  await database.insert(userIntegrations).values(app);
  await makeExecution(database, ada.id, { status: "failed" });
  expect(await readProgress(database, ada.id)).toEqual({ agent: true, app: true, call: false });
  await makeExecution(database, ada.id);
  expect(await readProgress(database, ada.id)).toEqual({ agent: true, app: true, call: true });
  expect(await readProgress(database, bob.id)).toEqual({ agent: false, app: false, call: false });
});
