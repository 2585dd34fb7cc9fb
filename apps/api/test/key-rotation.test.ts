import { runInDurableObject } from "cloudflare:test";
import { createOpener } from "@clawlink/vault/open";
import { createSealer } from "@clawlink/vault/seal";
import { describe, expect, it } from "vitest";
import { AccountState, connectionSnapshot } from "../src/account/account-state.ts";
import { Refresher } from "../src/account/refresher.ts";
import { refresherHostOf } from "../src/account/refresher-host.ts";
import { readEnvironment } from "../src/environment.ts";
import { openVault } from "../src/vault.ts";
import { connectionRow, crash, execute, soon, stubOf } from "./cell-world.ts";
import { testEnv } from "./test-env.ts";
import { connectByForm, database, makePerson, type Person } from "./world.ts";

const recordAt = ({ userId }: Person, id: number, version: number) =>
  testEnv.CREDENTIALS.get(`credential/${userId}/${id}/${version}`);

/** Puts a connection back to how it was under the deployment's former key. */
async function sealToOlderKey(person: Person, id: number): Promise<void> {
  const context = { purpose: "connection", owner: person.userId, subject: String(id), version: 1 } as const;
  const opener = await createOpener(testEnv.VAULT_PRIVATE_KEYS);
  const opened = await opener.open((await recordAt(person, id, 1)) ?? "", context);
  const record = await (await createSealer(testEnv.TEST_OLDER_PUBLIC_KEY)).seal(opened.open(), context);
  await testEnv.CREDENTIALS.put(`credential/${person.userId}/${id}/1`, record);
  await crash(person);
}

describe("a new vault key", () => {
  it("lets calls go on with credentials of the old one, and seals them anew in the background", async () => {
    const person = await makePerson();
    const id = await connectByForm(person, "stripe");
    await sealToOlderKey(person, id);
    expect(await recordAt(person, id, 1)).toMatch(/^v1\.older\./);
    const answers = await Promise.all([1, 2, 3].map(() => execute(person, "stripe_list_customers", {})));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await soon(async () => (await connectionRow(id))?.credentialVersion === 2)).toBe(true);
    expect(await recordAt(person, id, 2)).toMatch(/^v1\.test\./);
    expect((await execute(person, "stripe_list_customers", {})).status).toBe(200);
    expect(await connectionRow(id)).toMatchObject({ credentialVersion: 2, authState: "healthy" });
  });

  it("keeps a reconnect, a removal and a refresh waiting while a credential is sealed to it, and each change the next", async () => {
    const person = await makePerson();
    const id = await connectByForm(person, "stripe");
    await sealToOlderKey(person, id);
    const row = await connectionRow(id);
    if (!row) throw new Error("There is no connection.");
    const environment = readEnvironment(testEnv);
    const { store, ...doors } = await openVault(testEnv, environment);
    const [writing, written] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const write: typeof store.write = async (...facts) => {
      writing.resolve();
      await written.promise;
      return store.write(...facts);
    };
    const vault = { ...doors, store: { ...store, write } };
    await runInDurableObject(stubOf(person), async (_cell, { storage }) => {
      const refresher = new Refresher(storage.sql);
      const state = new AccountState([], [connectionSnapshot(row)]);
      const host = refresherHostOf(environment, { accountId: person.userId, vault, database, state });
      const order: string[] = [];
      const resealed = refresher.reseal(host, state, id);
      await writing.promise;
      const changes = ["reconnect", "removal"].map((name) =>
        refresher.alone(id, async () => {
          order.push(`${name} begins at version ${state.connection(id)?.credentialVersion}`);
          await new Promise((resolve) => setTimeout(resolve, 1));
          order.push(`${name} ends`);
        }),
      );
      const refreshed = refresher.refresh(host, state, id, 1);
      written.resolve();
      await Promise.all([resealed, ...changes]);
      expect(await refreshed).toMatchObject({ kind: "refreshed", credentialVersion: 2 });
      expect(order).toEqual([
        "reconnect begins at version 2",
        "reconnect ends",
        "removal begins at version 2",
        "removal ends",
      ]);
    });
  });
});
