import { unwrap } from "@clawlink/contract";
import { describe, expect, it } from "vitest";
import { customer, execute, rowsOf } from "./cell-world.ts";
import { connectByForm, makePerson, rpc } from "./world.ts";

const toolName = "stripe_create_customer";
const input = customer().arguments;

describe("a call a person makes in the dashboard", () => {
  it("is previewed, asks for confirmation where it writes, runs, and is recorded as any other", async () => {
    const owner = await makePerson();
    await connectByForm(owner, "stripe");
    const make = async (mode: "direct" | "preview", confirmed: boolean) =>
      unwrap(await rpc.callTool(owner.userId, { toolName, input, controls: { confirmed }, mode }));
    expect(await make("preview", false)).toMatchObject({ ok: true, request: { method: "POST" } });
    expect(await make("direct", false)).toMatchObject({ ok: false, error: { code: "confirmation_required" } });
    expect(await make("direct", true)).toMatchObject({ ok: true, data: { name: "Customer" } });
    unwrap(await rpc.flushUsage(owner.userId));
    const rows = await rowsOf(owner);
    expect(rows.map(({ device }) => device)).toEqual(["Dashboard", "Dashboard", "Dashboard"]);
    expect(rows.map(({ status }) => status).toSorted()).toEqual(["blocked", "succeeded", "succeeded"]);
  });

  it("reaches nobody else's connections", async () => {
    const [owner, stranger] = [await makePerson(), await makePerson()];
    const connectionId = await connectByForm(owner, "stripe");
    const call = { toolName, input, controls: { connectionId, confirmed: true }, mode: "direct" } as const;
    expect(unwrap(await rpc.callTool(stranger.userId, call))).toMatchObject({ ok: false });
  });

  it("cannot be made by an agent that calls itself the dashboard", async () => {
    const owner = await makePerson();
    await connectByForm(owner, "stripe");
    expect((await execute({ ...owner, key: "dashboard" }, toolName, customer({ confirmed: true }))).status).toBe(401);
  });

  it("is recorded for the person who made it, whoever else makes one at that moment", async () => {
    const people = [await makePerson(), await makePerson(), await makePerson()];
    for (const person of people) await connectByForm(person, "stripe");
    const read = { toolName: "stripe_list_customers", controls: {}, mode: "direct" } as const;
    const answers = await Promise.all(
      people.map(({ userId }, index) => rpc.callTool(userId, { ...read, input: { limit: index + 1 } })),
    );
    expect(answers.map(unwrap).map(({ ok }) => ok)).toEqual([true, true, true]);
    for (const [index, person] of people.entries()) {
      unwrap(await rpc.flushUsage(person.userId));
      expect(await rowsOf(person)).toMatchObject([{ status: "succeeded", input: { limit: index + 1 } }]);
    }
  });

  it("is described with its schema, and an unknown one is not", async () => {
    expect(unwrap(await rpc.describeTool(toolName))).toMatchObject({ name: toolName, inputSchema: { type: "object" } });
    expect(await rpc.describeTool("nothing_at_all")).toMatchObject({ ok: false, fault: { code: "tool_not_found" } });
  });
});
