import { env } from "cloudflare:workers";
import { oauthClients, openDatabase } from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { expect, it } from "vitest";
import { deleteOAuthClient } from "../../src/operator/delete-oauth-client.ts";
import { listOAuthClients } from "../../src/operator/list-oauth-clients.ts";
import { saveOAuthClient } from "../../src/operator/save-oauth-client.ts";

const database = openDatabase(env.DB);

it("keeps one client a name, the last one saved, and lists it without its secret", async () => {
  const { id: updatedBy } = await makeUser(database);
  await saveOAuthClient(database, { client: "google", clientId: "first", sealedSecret: "sealed-1", updatedBy });
  await saveOAuthClient(database, { client: "google", clientId: "second", sealedSecret: "sealed-2", updatedBy });
  expect(await listOAuthClients(database)).toEqual([{ client: "google", clientId: "second" }]);
  const [row] = await database.select().from(oauthClients);
  expect(row?.sealedSecret).toBe("sealed-2");
});

it("forgets a client once", async () => {
  await saveOAuthClient(database, { client: "slack", clientId: "id", sealedSecret: "sealed", updatedBy: "somebody" });
  expect(await deleteOAuthClient(database, "slack")).toBe(true);
  expect(await deleteOAuthClient(database, "slack")).toBe(false);
});
