import { type Answer, openPolicy } from "@clawlink/contract";
import { describe, expect, it } from "vitest";
import { connectByForm, makePerson, rpc } from "./world.ts";

const codes = (answers: readonly Answer<unknown>[]) =>
  answers.map((answer) => (answer.ok ? "saved" : answer.fault.code)).sort();
const five = [1, 2, 3, 4, 5];

describe("of saves that began from the same and come in the same moment", () => {
  it("of an account's name one is written, and the others are told", async () => {
    const person = await makePerson();
    const id = await connectByForm(person, "stripe");
    const saves = five.map((index) => rpc.renameConnection(person.userId, id, `Name ${index}`, null));
    expect(codes(await Promise.all(saves))).toEqual(["conflict", "conflict", "conflict", "conflict", "saved"]);
    const anyway = await rpc.renameConnection(person.userId, id, "Whatever it was");
    expect(anyway.ok).toBe(true);
  });

  it("of a device one is written, and the others are told; one of the name and one of the policy both are", async () => {
    const person = await makePerson();
    const created = await rpc.createKey(person.userId, "Device", openPolicy);
    if (!created.ok) throw new Error(created.fault.message);
    const { id } = created.value.apiKey;
    const was = { name: "Device", policy: openPolicy };
    const names = five.map((index) => rpc.changeKey(person.userId, id, { name: `Device ${index}`, was }));
    expect(codes(await Promise.all(names))).toEqual(["conflict", "conflict", "conflict", "conflict", "saved"]);
    const policies = (["read", "write"] as const).map((maxEffect) =>
      rpc.changeKey(person.userId, id, { policy: { ...openPolicy, maxEffect }, was }),
    );
    expect(codes(await Promise.all(policies))).toEqual(["conflict", "saved"]);
  });
});
