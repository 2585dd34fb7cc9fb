import { agentRoutes, newAccountId, newAgentKey, type Route, unwrap } from "@clawlink/contract";
import { describe, expect, it } from "vitest";
import { ask } from "./mcp-world.ts";
import { call, makePerson, rpc } from "./world.ts";

const agentOnly: readonly Route[] = Object.values<Route>(agentRoutes).filter((route) => route.auth === "agent");
const everywhere: readonly Route[] = Object.values(agentRoutes);
const pathOf = (route: Route) => route.path.replace(/:connectionId/, "1").replace(/:\w+/g, "aaaaaaaaaaaaaaaaaaaa");
const bodyOf = (route: Route) => (route.method === "POST" ? { body: {} } : {});

describe.each(agentOnly.map((route) => [`${route.method} ${route.path}`, route] as const))("%s", (_name, route) => {
  it("refuses no key, a malformed key, an unknown key and a revoked key alike, before it looks at the input", async () => {
    const person = await makePerson();
    unwrap(await rpc.revokeKey(person.userId, person.keyId));
    const withoutKey = await call(route.method, pathOf(route), bodyOf(route));
    expect(withoutKey).toMatchObject({ status: 401, body: { error: "Unauthorized" } });
    expect(withoutKey.headers.get("www-authenticate")).toContain("Bearer");
    for (const key of [
      "nonsense",
      `${newAgentKey(newAccountId()).slice(0, -1)}!`,
      newAgentKey(newAccountId()),
      newAgentKey(person.userId),
      person.key,
    ]) {
      expect((await call(route.method, pathOf(route), { ...bodyOf(route), key })).status).toBe(401);
    }
  });
});

describe.each(
  everywhere.filter((route) => route.body).map((route) => [`${route.method} ${route.path}`, route] as const),
)("%s", (_name, route) => {
  it("answers malformed JSON, wrong types, endless nesting and an oversize body with a clear error", async () => {
    const person = await makePerson();
    const key = route.auth === "agent" ? { key: person.key } : {};
    const malformed = await call(route.method, pathOf(route), { ...key, raw: "{" });
    expect(malformed).toMatchObject({ status: 400, body: { error: "The body is not JSON." } });
    expect([400, 404]).toContain((await call(route.method, pathOf(route), { ...key, raw: "[]" })).status);
    const deep = { ...key, raw: `{"deep":${"[".repeat(10_000)}${"]".repeat(10_000)}}` };
    expect(await call(route.method, pathOf(route), deep)).toMatchObject({
      status: 400,
      body: { error: "The body is nested more than 200 levels deep." },
    });
    if (route.tag !== "Execution") {
      const huge = await call(route.method, pathOf(route), {
        ...key,
        raw: JSON.stringify({ filler: "x".repeat(10_000_000) }),
      });
      expect(huge).toMatchObject({ status: 413, body: { code: "payload_too_large" } });
    }
  });
});

describe("authentication", () => {
  it("accepts either header, and lets x-clawlink-api-key win", async () => {
    const person = await makePerson();
    expect(
      (await call("GET", "/api/agent/whoami", { headers: { authorization: `Bearer ${person.key}` } })).status,
    ).toBe(200);
    expect(
      (await call("GET", "/api/agent/whoami", { key: person.key, headers: { authorization: "Bearer nonsense" } }))
        .status,
    ).toBe(200);
    expect(
      (await call("GET", "/api/agent/whoami", { key: "nonsense", headers: { authorization: `Bearer ${person.key}` } }))
        .status,
    ).toBe(401);
  });

  it("takes a revocation into account with the very next call", async () => {
    const person = await makePerson();
    expect((await call("GET", "/api/agent/whoami", { key: person.key })).status).toBe(200);
    unwrap(await rpc.revokeKey(person.userId, person.keyId));
    expect((await call("GET", "/api/agent/whoami", { key: person.key })).status).toBe(401);
  });

  it("revokes nobody else's key", async () => {
    const [person, stranger] = [await makePerson(), await makePerson()];
    expect(await rpc.revokeKey(stranger.userId, person.keyId)).toMatchObject({
      ok: false,
      fault: { code: "not_found" },
    });
    expect(await rpc.changeKey(stranger.userId, person.keyId, { name: "taken" })).toMatchObject({
      ok: false,
      fault: { code: "not_found" },
    });
    expect((await call("GET", "/api/agent/whoami", { key: person.key })).status).toBe(200);
  });
});

describe("an address", () => {
  it("that does not exist is 404, and one that takes another method is 405 with Allow", async () => {
    expect((await call("GET", "/api/nothing/here")).status).toBe(404);
    const wrong = await call("DELETE", "/api/tools/search");
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get("allow")).toContain("GET");
  });
});

it.each(["/api/tools/gmail_search_emails/execute", "/api/executions"])(
  "a large body to %s is not read before its key is known to be live",
  async (path) => {
    const endless = new ReadableStream({ pull: (stream) => stream.enqueue(new TextEncoder().encode("[")) });
    const { userId } = await makePerson();
    for (const [headers, body] of [
      [{}, endless],
      [{ "content-length": "70000" }, "x".repeat(70_000)],
    ] as const) {
      const key = newAgentKey(userId);
      const request = new Request(`https://api.test${path}`, {
        method: "POST",
        headers: { "x-clawlink-api-key": key, "content-type": "application/json", ...headers },
        body,
      });
      expect((await ask(request)).status).toBe(401);
    }
  },
);
