import { describe, expect, it } from "vitest";
import { z } from "zod";
import { usage } from "./calls.ts";
import { ask, connect, newest, post } from "./mcp-world.ts";
import { anotherKey, call, connectByForm, connectOAuth, makePerson } from "./world.ts";

describe("MCP", () => {
  it("offers the same few tools whatever the catalog holds, annotated and with schemas", async () => {
    const client = await connect(await makePerson());
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(
      [
        "whoami",
        "search",
        "list_integrations",
        "get_integration",
        "list_actions",
        "get_action",
        "get_connection",
        "connect_app",
        "begin_connection",
        "execute",
        "get_execution",
      ].map((name) => `clawlink.${name}`),
    );
    for (const tool of tools)
      expect([tool.name, tool.outputSchema?.type, typeof tool.annotations?.readOnlyHint]).toEqual([
        tool.name,
        "object",
        "boolean",
      ]);
  });

  it("goes from a wish to a result by the canonical endpoints", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const client = await connect(person);
    const found = await client.callTool({
      name: "clawlink.search",
      arguments: { query: "create a customer", connected_only: true },
    });
    expect(found.structuredContent).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ action_id: "create_customer" })]),
    });
    const described = await client.callTool({
      name: "clawlink.get_action",
      arguments: { integration_id: "stripe", action_id: "create_customer" },
    });
    expect(described.structuredContent).toMatchObject({ input_schema: { type: "object" } });
    const ran = await client.callTool({
      name: "clawlink.execute",
      arguments: {
        integration_id: "stripe",
        action_id: "create_customer",
        input: { email: "mcp@example.com" },
        confirm: true,
      },
    });
    expect(ran.structuredContent).toMatchObject({ status: "succeeded", output: { email: "mcp@example.com" } });
  });

  it("says in words what went wrong and what to call next", async () => {
    const client = await connect(await makePerson());
    const blocked = await client.callTool({
      name: "clawlink.execute",
      arguments: { integration_id: "gmail", action_id: "list_labels" },
    });
    expect(blocked.isError).toBe(true);
    expect(JSON.stringify(blocked.content)).toContain("clawlink.connect_app");
    const link = await client.callTool({ name: "clawlink.connect_app", arguments: { integration_id: "gmail" } });
    expect(JSON.stringify(link.content)).toContain("https://web.test/connect/gmail?session=");
  });

  it("refuses a write until it is confirmed, and keeps what is too large for an answer as a resource", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const client = await connect(person, "/api/mcp", newest);
    const create = { integration_id: "stripe", action_id: "create_customer", input: { email: "ask@example.com" } };
    const unconfirmed = await client.callTool({ name: "clawlink.execute", arguments: create });
    expect(JSON.stringify(unconfirmed.content)).toContain("confirm: true");
    await client.callTool({ name: "clawlink.execute", arguments: { ...create, confirm: true } });
    const large = await client.callTool({
      name: "clawlink.execute",
      arguments: { integration_id: "stripe", action_id: "list_customers", max_bytes: 256 },
    });
    const link = large.content.find((content) => content.type === "resource_link");
    const stored = await client.readResource({ uri: link?.uri ?? "" });
    expect(JSON.stringify(stored.contents)).toContain("ask@example.com");
  });

  it("serves every revision by negotiation, and tells the ones it speaks to a client that asks for another", async () => {
    const person = await makePerson();
    for (const options of [newest, {}])
      expect((await (await connect(person, "/api/mcp", options)).listTools()).tools.length).toBeGreaterThan(9);
    for (const protocolVersion of ["2025-03-26", "2025-06-18", "2025-11-25"]) {
      const answer = await post(person.key, {
        jsonrpc: "2.0",
        id: 1,
        method: "initialize",
        params: { protocolVersion, capabilities: {}, clientInfo: { name: "old", version: "1" } },
      });
      expect(await answer.text()).toContain(`"protocolVersion":"${protocolVersion}"`);
    }
    const unknown = await post(person.key, {
      jsonrpc: "2.0",
      id: 1,
      method: "initialize",
      params: { protocolVersion: "1999-01-01", capabilities: {}, clientInfo: { name: "odd", version: "1" } },
    });
    expect(await unknown.text()).toContain('"protocolVersion":"2025-11-25"');
  });

  it.each(["/api/mcp", "/api/mcp?names=underscore"])(
    "takes a tool by either name at %s, since some clients replace dots themselves, and speaks of tools by that name",
    async (path) => {
      const { key } = await makePerson();
      for (const [name, next] of [
        ["clawlink.list_actions", "clawlink.search"],
        ["clawlink_list_actions", "clawlink_search"],
      ]) {
        const params = { name, arguments: { integration_id: "nothing-like-it" } };
        const answer = await post(key, { jsonrpc: "2.0", id: 1, method: "tools/call", params }, { path });
        expect(await answer.text()).toContain(next);
      }
    },
  );

  it("lets nobody in without a live key", async () => {
    expect((await call("POST", "/api/mcp", { body: { jsonrpc: "2.0", id: 1, method: "tools/list" } })).status).toBe(
      401,
    );
  });
});

describe("one app's own MCP server", () => {
  it("has the app's actions as tools, with their schemas, and runs them", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const client = await connect(person, "/api/mcp/stripe", newest);
    const { tools } = await client.listTools();
    const create = tools.find(({ name }) => name === "stripe_create_customer");
    expect(create?.inputSchema.properties).toHaveProperty("email");
    expect(create?.inputSchema.properties).toHaveProperty("_confirm");
    expect(tools.every(({ name }) => name.startsWith("stripe_"))).toBe(true);
    const unconfirmed = await client.callTool({
      name: "stripe_create_customer",
      arguments: { email: "a@example.com" },
    });
    expect(JSON.stringify(unconfirmed.content)).toContain("_confirm: true");
    const ran = await client.callTool({
      name: "stripe_create_customer",
      arguments: { email: "a@example.com", _confirm: true },
    });
    expect(ran.structuredContent).toMatchObject({ status: "succeeded", output: { email: "a@example.com" } });
    const odd = await client.callTool({ name: "stripe_list_customers", arguments: { _connection_id: "other" } });
    expect(odd.isError).toBe(true);
  });

  it("takes null for what is left out, where the action does not take it, and a list as text", async () => {
    const person = await makePerson();
    await connectOAuth(person, "github", "workspace-owner");
    const client = await connect(person, "/api/mcp/github");
    const ours = { _confirm: true, _connection_id: null, _idempotency_key: null };
    const where = { owner: "workspace-owner", repo: "website", ...ours };
    const issue = { ...where, title: "As meant", body: null, milestone: null };
    const opened = await client.callTool({
      name: "github_create_issue",
      arguments: { ...issue, assignees: '["workspace-owner"]' },
    });
    const assignees = [{ login: "workspace-owner" }];
    expect(opened.structuredContent).toMatchObject({ status: "succeeded", output: { title: "As meant", assignees } });
    const { output } = z.object({ output: z.object({ number: z.int() }) }).parse(opened.structuredContent);
    const off = { ...where, issue_number: output.number, title: null, milestone: null };
    const updated = await client.callTool({ name: "github_update_issue", arguments: off });
    expect(updated.structuredContent).toMatchObject({ status: "succeeded" });
    const sent = (await usage(person)).find(({ action }) => action === "update_issue")?.input;
    expect(sent).toEqual({ owner: "workspace-owner", repo: "website", issue_number: output.number, milestone: null });
    const absent = await client.callTool({ name: "github_create_issue", arguments: { ...issue, title: null } });
    expect(JSON.stringify(absent.content)).toContain("Missing: title");
  });

  it("names what is missing, and gives the link where the person connects", async () => {
    const person = await makePerson();
    const client = await connect(person, "/api/mcp/stripe");
    const missing = await client.callTool({ name: "stripe_create_customer", arguments: { _confirm: true } });
    expect(JSON.stringify(missing.content)).toContain("https://web.test/connect/stripe?session=");
    await connectByForm(person, "stripe");
    const invalid = await client.callTool({ name: "stripe_create_customer", arguments: { email: 7, _confirm: true } });
    expect(JSON.stringify(invalid.content)).toContain("Invalid: email");
  });

  it("exists for apps that exist", async () => {
    const { key } = await makePerson();
    expect((await call("POST", "/api/mcp/nothing", { key, body: {} })).status).toBe(404);
  });
});

describe("what MCP refuses", () => {
  const list = { jsonrpc: "2.0", id: 1, method: "tools/list" };

  it("a page that comes from elsewhere, or reaches us under another name", async () => {
    const { key } = await makePerson();
    expect((await post(key, list, { origin: "https://evil.example" })).status).toBe(403);
    expect((await post(key, list, { origin: "null" })).status).toBe(403);
    expect((await post(key, list, { host: "evil.example" })).status).toBe(403);
    expect((await post(key, list, { origin: "https://web.test" })).status).toBe(200);
  });

  it("no page of the person's own machine, which may ask and read, with a key like everybody", async () => {
    const { key } = await makePerson();
    const origin = "http://localhost:6274";
    const asks = { origin, "access-control-request-method": "POST", "access-control-request-headers": "authorization" };
    const preflight = await ask("https://web.test/api/mcp", { method: "OPTIONS", headers: asks });
    expect([preflight.status, preflight.headers.get("access-control-allow-origin")]).toEqual([204, origin]);
    expect(preflight.headers.get("access-control-allow-headers")).toBe("authorization");
    const answer = await post(key, list, { origin });
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([200, origin]);
    expect(answer.headers.get("access-control-expose-headers")).toContain("Mcp-Session-Id");
    const refused = await post("none", list, { origin });
    expect([refused.status, refused.headers.get("access-control-allow-origin")]).toEqual([401, origin]);
    const foreign = { ...asks, origin: "https://evil.example" };
    expect((await ask("https://web.test/api/mcp", { method: "OPTIONS", headers: foreign })).status).toBe(403);
  });

  it.each([
    ["another content type", { "content-type": "text/plain" }, 415],
    ["a client that takes no event stream", { accept: "application/json" }, 406],
  ])("%s", async (_what, headers, status) => {
    expect((await post((await makePerson()).key, list, headers)).status).toBe(status);
  });

  it("text that is no JSON, an unknown method, and 10 MB of arguments", async () => {
    const { key } = await makePerson();
    expect((await post(key, "{")).status).toBe(400);
    const unknown = await post(key, { jsonrpc: "2.0", id: 1, method: "tools/explode" });
    expect(await unknown.text()).toContain("-32601");
    const params = { name: "clawlink.search", arguments: { query: "x".repeat(10_000_000) } };
    const huge = await post(key, { jsonrpc: "2.0", id: 1, method: "tools/call", params });
    expect(huge.status).toBe(413);
    const message = expect.stringContaining("must not exceed 4194304 bytes");
    expect(await huge.json()).toMatchObject({ jsonrpc: "2.0", id: null, error: { code: -32000, message } });
  });

  it("a batch in a revision without batches", async () => {
    const { key } = await makePerson();
    const meta = {
      "io.modelcontextprotocol/protocolVersion": "2026-07-28",
      "io.modelcontextprotocol/clientCapabilities": {},
      "io.modelcontextprotocol/clientInfo": { name: "test", version: "1" },
    };
    const modern = { ...list, params: { _meta: meta } };
    const headers = { "mcp-protocol-version": "2026-07-28", "mcp-method": "tools/list" };
    expect((await post(key, [modern, modern], headers)).status).toBe(400);
  });

  it("a key whose policy forbids the action, in words", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const client = await connect(await anotherKey(person, { maxEffect: "read" }));
    const denied = await client.callTool({
      name: "clawlink.execute",
      arguments: {
        integration_id: "stripe",
        action_id: "create_customer",
        input: { email: "p@example.com" },
        confirm: true,
      },
    });
    expect(denied).toMatchObject({ isError: true, structuredContent: { status: "blocked" } });
  });
});
