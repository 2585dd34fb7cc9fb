import { expect, it } from "vitest";
import { AccountState, connectionSnapshot } from "../src/account/account-state.ts";
import { removeConnection } from "../src/account/remove-connection.ts";
import { readEnvironment } from "../src/environment.ts";
import { openVault } from "../src/vault.ts";
import { connectionRow, kvNames } from "./cell-world.ts";
import { testEnv } from "./test-env.ts";
import { connectByForm, database, makePerson } from "./world.ts";

it("a removal that KV breaks off can be asked for again, and leaves nothing then", async () => {
  const person = await makePerson();
  const id = await connectByForm(person, "stripe");
  const row = await connectionRow(id);
  if (!row) throw new Error("There is no connection.");
  const environment = readEnvironment(testEnv);
  const vault = await openVault(testEnv, environment);
  const state = new AccountState([], [connectionSnapshot(row)]);
  const home = { accountId: person.userId, environment, database, state, records: new Map() };
  const remove = () => Promise.reject(new Error("KV is away."));
  const broken = { ...home, vault: { ...vault, store: { ...vault.store, remove } } };
  await expect(removeConnection(broken, id)).rejects.toThrow("KV is away.");
  expect(await connectionRow(id)).toBeDefined();
  expect(await removeConnection({ ...home, vault }, id)).toMatchObject({ success: true, id });
  expect(await connectionRow(id)).toBeUndefined();
  expect(await kvNames(person)).toEqual([]);
});
