import { exports } from "cloudflare:workers";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { describe, expect, it } from "vitest";
import { call, connectByForm, makePerson, type Person } from "./world.ts";

const entrypoints: unknown = exports;
const door = (entrypoints as { default: Fetcher }).default;

async function connect(person: Person): Promise<Client> {
  const client = new Client({ name: "test", version: "1.0.0" });
  const fetchWorker = async (input: string | URL | Request, init?: RequestInit) =>
    door.fetch(new Request(input instanceof Request ? input : String(input), init));
  await client.connect(
    new StreamableHTTPClientTransport(new URL("http://api.test/api/mcp"), {
      requestInit: { headers: { "x-clawlink-api-key": person.key } },
      fetch: fetchWorker,
    }),
  );
  return client;
}

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
    expect(JSON.stringify(link.content)).toContain("http://web.test/connect/gmail?session=");
  });

  it("lets nobody in without a live key", async () => {
    expect((await call("POST", "/api/mcp", { body: { jsonrpc: "2.0", id: 1, method: "tools/list" } })).status).toBe(
      401,
    );
  });
});
