import { routeList } from "@clawlink/contract";
import { describe, expect, it } from "vitest";
import { anotherKey, call, connectByForm, makePerson } from "./world.ts";

describe("discovery", () => {
  it("lists the catalog page by page, by words, category, connection and action", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const get = async (query: string) => (await call("GET", `/api/integrations?${query}`, { key: person.key })).body;
    const all = await get("");
    expect(all.total).toBeGreaterThanOrEqual(8);
    expect(all.integrations).toMatchObject([{ integration: "stripe", isDefault: true, authState: "healthy" }]);
    const second = await get("page=2&page_size=3");
    expect(second).toMatchObject({ page: 2, page_size: 3, total: all.total });
    expect(second.items.map((item: { slug: string }) => item.slug)).toEqual(
      all.items.slice(3, 6).map((item: { slug: string }) => item.slug),
    );
    expect((await get("connected_only=true")).items).toMatchObject([
      { slug: "stripe", connected: true, connection_state: "healthy" },
    ]);
    expect((await get("supports_action=gmail_send_email")).items).toMatchObject([{ slug: "gmail" }]);
    expect((await get("category=payments")).items).toMatchObject([{ slug: "stripe" }]);
    expect((await call("GET", "/api/integrations?page_size=101", { key: person.key })).status).toBe(400);
  });

  it("shows a key the connections its policy lets it use, and no others", async () => {
    const person = await makePerson();
    const stripe = await connectByForm(person, "stripe");
    await connectByForm(person, "twilio");
    const limited = await anotherKey(person, { connections: [stripe] });
    const { body } = await call("GET", "/api/integrations", { key: limited.key });
    expect(body.integrations).toMatchObject([{ id: stripe }]);
    expect((await call("GET", "/api/connections/twilio", { key: limited.key })).body).toMatchObject({
      connected: false,
    });
  });

  it("describes one app, one tool and one action, with schemas and hints", async () => {
    const person = await makePerson();
    const app = (await call("GET", "/api/integrations/stripe", { key: person.key })).body;
    expect(app.integration).toMatchObject({ slug: "stripe", connected: false, configured: true });
    expect(app.actions.length).toBeGreaterThanOrEqual(8);
    const { tool } = (await call("GET", "/api/tools/gmail_send_email", { key: person.key })).body;
    expect(tool).toMatchObject({
      name: "gmail_send_email",
      integration: "gmail",
      mode: "write",
      risk: "confirm",
      requiresConfirmation: true,
      connectionCount: 0,
      defaultConnectionId: null,
      default_connection_state: "not_connected",
    });
    expect(tool.inputSchema).toMatchObject({ type: "object", required: expect.arrayContaining(["to"]) });
    const action = (await call("GET", "/api/actions/gmail/send_email", { key: person.key })).body;
    expect(action).toMatchObject({
      integration_id: "gmail",
      action_id: "send_email",
      tool_name: "gmail_send_email",
      input_schema: tool.inputSchema,
    });
    expect((await call("GET", "/api/actions/gmail/gmail_send_email", { key: person.key })).body.action_id).toBe(
      "send_email",
    );
  });

  it("names the nearest tools for a name nobody has", async () => {
    const person = await makePerson();
    const { status, body } = await call("GET", "/api/tools/gmail_send_mail", { key: person.key });
    expect(status).toBe(404);
    expect(body.error).toContain("gmail_send_email");
    expect((await call("GET", "/api/actions/gmail/nosuch", { key: person.key })).status).toBe(404);
    expect((await call("GET", "/api/integrations/nosuch", { key: person.key })).status).toBe(404);
  });

  it("finds tools by synonyms and through typos, connected apps first", async () => {
    const person = await makePerson();
    await connectByForm(person, "twilio");
    const names = async (query: string) =>
      (await call("GET", `/api/tools/search?query=${encodeURIComponent(query)}`, { key: person.key })).body.tools.map(
        (tool: { name: string }) => tool.name,
      );
    expect(await names("mail")).toContain("gmail_send_email");
    expect((await names("send mesage")).at(0)).toMatch(/^twilio_/);
    expect(
      (await call("GET", "/api/tools/search?query=send%20sms&integration=twilio&limit=2", { key: person.key })).body,
    ).toMatchObject({ count: 2, integration: "twilio", query: "send sms" });
    expect((await call("GET", "/api/tools/search", { key: person.key })).status).toBe(400);
    expect((await call("GET", "/api/tools/search?query=x&limit=26", { key: person.key })).status).toBe(400);
  });

  it("lists the tools of connected apps alone, unless an app is named", async () => {
    const person = await makePerson();
    expect((await call("GET", "/api/tools", { key: person.key })).body).toEqual({
      tools: [],
      count: 0,
      integration: null,
    });
    await connectByForm(person, "resend");
    const connected = (await call("GET", "/api/tools", { key: person.key })).body;
    expect(new Set(connected.tools.map((tool: { integration: string }) => tool.integration))).toEqual(
      new Set(["resend"]),
    );
    expect((await call("GET", "/api/tools?integration=slack", { key: person.key })).body.count).toBeGreaterThanOrEqual(
      8,
    );
  });

  it("ranks actions by intent and searches apps and actions together", async () => {
    const person = await makePerson();
    const ranked = (await call("GET", "/api/actions?integration_id=gmail&intent=send%20a%20mail", { key: person.key }))
      .body;
    expect(ranked.items[0].action_id).toBe("send_email");
    const found = (await call("GET", "/api/search?query=stripe", { key: person.key })).body.items;
    expect(found[0]).toMatchObject({ kind: "integration", integration_id: "stripe", connected: false });
    expect((await call("GET", "/api/actions", { key: person.key })).status).toBe(400);
  });

  it("describes itself in OpenAPI 3.1, every route of the table", async () => {
    const { body } = await call("GET", "/api/openapi.json");
    expect(body.openapi).toBe("3.1.0");
    const shapes = Object.entries<object>(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{\w+\}/g, ":")}`),
    );
    const wanted = routeList.map((route) => `${route.method} ${route.path.replace(/:\w+/g, ":")}`);
    expect(shapes.sort()).toEqual(wanted.sort());
  });
});
