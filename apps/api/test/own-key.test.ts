import { describe, expect, it } from "vitest";
import { execute } from "./calls.ts";
import { anotherKey, call, connectByForm, makePerson } from "./world.ts";

const read = { arguments: {} };

describe("what a key may see and do about itself", () => {
  it("lists its own calls, refusals included, and nobody else's", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const other = await anotherKey(person, {});
    const stranger = await makePerson();
    await execute(person, "stripe_list_customers", read);
    await execute(person, "gmail_search_emails", { arguments: { query: "plan" } });
    await execute(other, "stripe_list_customers", read);
    const { body } = await call("GET", "/api/agent/logs", { key: person.key });
    expect(body).toMatchObject({ total: 2, stats: { totalRequests: 2 }, nextCursor: null });
    expect(body.logs.map((row: { integration: string; success: boolean }) => [row.integration, row.success])).toEqual([
      ["gmail", false],
      ["stripe", true],
    ]);
    const others = await call("GET", `/api/agent/logs?device=${person.keyId}`, { key: other.key });
    expect(others.body.total).toBe(1);
    expect((await call("GET", "/api/agent/logs", { key: stranger.key })).body.total).toBe(0);
  });

  it("ends itself at once, and no other key", async () => {
    const person = await makePerson();
    const other = await anotherKey(person, {});
    expect((await call("DELETE", "/api/agent/key", { key: other.key })).body).toEqual({ success: true });
    expect((await call("GET", "/api/agent/whoami", { key: other.key })).status).toBe(401);
    expect((await call("GET", "/api/agent/whoami", { key: person.key })).status).toBe(200);
  });
});
