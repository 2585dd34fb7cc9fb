import { createOpener } from "@clawlink/vault/open";
import { createSealer } from "@clawlink/vault/seal";
import { describe, expect, it } from "vitest";
import { connectionRow, crash, execute, soon } from "./cell-world.ts";
import { testEnv } from "./test-env.ts";
import { connectByForm, makePerson, type Person } from "./world.ts";

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
});
