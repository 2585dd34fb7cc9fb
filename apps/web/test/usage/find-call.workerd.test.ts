import { env } from "cloudflare:workers";
import { openDatabase } from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { writeExecutions } from "@clawlink/services/execution/write-executions";
import { describe, expect, it } from "vitest";
import { findCall } from "../../src/usage/find-call.ts";

const database = openDatabase(env.DB);

async function person(role: "operator" | "user") {
  const { id, email } = await makeUser(database, { role });
  return { id, email, emailVerified: false, name: "Test person", role };
}

async function callOf(userId: string): Promise<string> {
  const id = `exec_${userId}`;
  const contents = { input: { to: "ada@example.com" }, output: { id: "1" }, createdAt: new Date() };
  const row = { id, userId, integration: "gmail", action: "send_email", mode: "direct", status: "succeeded" } as const;
  for (const statement of writeExecutions(database, [{ ...row, ...contents }])) await statement;
  return id;
}

describe("findCall", () => {
  it("gives a person their own call in full", async () => {
    const ada = await person("user");
    const found = await findCall(database, ada, await callOf(ada.id));
    expect(found).toMatchObject({ owner: null, call: { input: { to: "ada@example.com" }, output: { id: "1" } } });
  });

  it("gives an operator another person's call and who made it, without what went in and came out", async () => {
    const [ada, operator] = [await person("user"), await person("operator")];
    const found = await findCall(database, operator, await callOf(ada.id));
    expect(found).toMatchObject({ owner: ada.email, call: { action: "send_email", input: null, output: null } });
  });

  it("gives nobody else anything", async () => {
    const [ada, bob] = [await person("user"), await person("user")];
    expect(await findCall(database, bob, await callOf(ada.id))).toBeNull();
  });
});
