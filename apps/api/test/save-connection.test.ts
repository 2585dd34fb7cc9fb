import { runInDurableObject } from "cloudflare:test";
import { unwrap } from "@clawlink/contract";
import { findSession } from "@clawlink/services/connect-session/find-session";
import { expect, it } from "vitest";
import { AccountState, connectionSnapshot } from "../src/account/account-state.ts";
import { Refresher } from "../src/account/refresher.ts";
import { refresherHostOf } from "../src/account/refresher-host.ts";
import { saveConnection } from "../src/account/save-connection.ts";
import { readEnvironment } from "../src/environment.ts";
import { openVault } from "../src/vault.ts";
import { connectionRow, stubOf } from "./cell-world.ts";
import { testEnv } from "./test-env.ts";
import { connectOAuth, database, makePerson, rpc } from "./world.ts";

it("a new credential is in force though KV does not let the old one go, after a reconnect and after a refresh", async () => {
  const person = await makePerson();
  const id = await connectOAuth(person, "linear", "owner@example.com");
  const { sessionToken } = unwrap(await rpc.startConnect(person.userId, "linear", id));
  const { id: sessionId } = await findSession(database, person.userId, sessionToken);
  const row = await connectionRow(id);
  if (!row) throw new Error("There is no connection.");
  const environment = readEnvironment(testEnv);
  const { store, ...doors } = await openVault(testEnv, environment);
  /** Only superseded versions are written with an end. */
  const write: typeof store.write = (address, record, expires) =>
    expires === undefined ? store.write(address, record) : Promise.reject(new Error("KV is away."));
  const vault = { ...doors, store: { ...store, write } };
  const state = new AccountState([], [connectionSnapshot(row)]);
  const home = { accountId: person.userId, database, vault, state };
  await runInDurableObject(stubOf(person), async (_cell, { storage }) => {
    const refresher = new Refresher(storage.sql);
    const refreshed = await refresher.refresh(refresherHostOf(environment, home), state, id, 1);
    expect(refreshed).toMatchObject({ kind: "refreshed", credentialVersion: 2 });
    const facts = { sessionId, integration: "linear", flowType: "oauth", connectionId: id } as const;
    const account = { accountId: "another", label: "Another", metadata: {}, scopes: [], expiresAt: null };
    const saved = await saveConnection(
      { ...home, refresher, records: new Map() },
      { ...facts, ...account, credential: JSON.stringify({ kind: "fields", fields: {} }) },
    );
    expect(saved).toMatchObject({ id, credentialVersion: 3, accountLabel: "Another" });
    expect(state.connection(id)).toEqual(saved);
  });
  expect(await connectionRow(id)).toMatchObject({ credentialVersion: 3, externalAccountId: "another" });
});
