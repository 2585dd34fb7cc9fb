import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { describe, expect, it } from "vitest";
import { ran, refused } from "./answers.ts";
import { connect, newest, scriptedHost } from "./world.ts";

const nothing = scriptedHost(() => ({ status: 404, body: { error: "nothing", code: "not_found" } }));

describe("running an action", () => {
  it("by a whole name runs that tool, whatever app stands beside it, since that is how the nearest are named", async () => {
    const host = scriptedHost(({ path }) =>
      path.includes("/shop_create_order/")
        ? ran({})
        : refused("tool_not_found", { details: { nearest: ["shop_create_order"] } }),
    );
    const client = await connect(host);
    const input = { integration_id: "shpo", action_id: "shop_create_order" };
    const result = await client.callTool({ name: "clawlink.execute", arguments: input });
    expect(result.structuredContent).toMatchObject({ status: "succeeded" });
  });

  it("says so when the output has none of the fields that were asked for", async () => {
    const client = await connect(scriptedHost(() => ran({})));
    const input = { integration_id: "shop", action_id: "create_order", fields: ["nmae"] };
    const result = await client.callTool({ name: "clawlink.execute", arguments: input });
    expect(JSON.stringify(result.content)).toContain("nothing at these fields: nmae");
  });
});

describe("arguments are taken as they are meant", () => {
  const call = { integration_id: "shop", action_id: "create_order" };

  it("null as left out, since OpenAI's strict mode has a model name every argument", async () => {
    const host = scriptedHost(() => ran({}));
    const client = await connect(host);
    const nulls = { confirm: null, connection_id: null, idempotency_key: null, fields: null, max_bytes: null };
    await client.callTool({ name: "clawlink.execute", arguments: { ...call, ...nulls, input: { note: null } } });
    await client.callTool({ name: "clawlink.execute", arguments: { ...call, input: { note: null } } });
    const [named, left] = host.asked;
    expect(named).toMatchObject({ body: { arguments: { note: null } } });
    expect(named).toEqual(left);
  });

  it("what is no text as JSON in a text, since some clients write everything so", async () => {
    const host = scriptedHost(() => ran({}));
    const client = await connect(host);
    const texts = {
      input: '{"note": "[1]"}',
      fields: '["id"]',
      confirm: "true",
      max_bytes: "1000",
      idempotency_key: "7",
    };
    await client.callTool({ name: "clawlink.execute", arguments: { ...call, ...texts } });
    const meant = { arguments: { note: "[1]" }, fields: ["id"], confirmed: true, maxBytes: 1000, idempotencyKey: "7" };
    expect(host.asked).toMatchObject([{ body: meant }]);
  });

  it.each([
    ...["note", "[1]", '{"note"', '"note"', "null", ""].map((input) => ({ input })),
    ...["yes", "1", '"true"', "TRUE", ""].map((confirm) => ({ confirm })),
    ...["1.5", "one", "1e400", "12345678901234567890"].map((connection_id) => ({ connection_id })),
  ])("and nothing is made of what fits no way: %j", async (odd) => {
    const host = scriptedHost(() => ran({}));
    const client = await connect(host);
    const result = await client.callTool({ name: "clawlink.execute", arguments: { ...call, ...odd } });
    expect([result.isError, host.asked]).toEqual([true, []]);
  });
});

describe("the list of tools", () => {
  it("costs a model at most 1,500 tokens, whatever the catalog holds", async () => {
    const { tools } = await (await connect(nothing)).listTools();
    const tokens = countTokens(JSON.stringify(tools));
    expect(tokens).toBeLessThanOrEqual(1_500);
    expect(tokens).toBeGreaterThan(300);
  });

  it("is the same every time, and says how long it may be kept in the revision that knows of it", async () => {
    const first = await (await connect(nothing, newest)).listTools();
    const second = await (await connect(nothing, newest)).listTools();
    expect(second).toEqual(first);
    expect(first).toMatchObject({ ttlMs: 300_000, cacheScope: "public" });
  });

  it("has names without dots for clients that refuse them, in every text as well", async () => {
    const client = await connect(nothing, { settings: { names: "underscore" } });
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).filter((name) => !/^clawlink_[a-z_]+$/.test(name))).toEqual([]);
    expect(client.getInstructions()).not.toContain("clawlink.");
  });
});

describe.each([
  ["2026-07-28", newest],
  ["a handshake", {}],
] as const)("a client that speaks %s", (_revision, options) => {
  it("calls a tool and gets structured content and text", async () => {
    const host = scriptedHost(() => ran({ id: "o1" }));
    const client = await connect(host, options);
    const result = await client.callTool({
      name: "clawlink.execute",
      arguments: {
        integration_id: "shop",
        action_id: "create_order",
        input: { note: "hi" },
        confirm: true,
        fields: ["id"],
        max_bytes: 1000,
      },
    });
    expect(result.structuredContent).toMatchObject({ status: "succeeded", output: { id: "o1" } });
    expect(result.content[0]).toMatchObject({ type: "text", text: expect.stringContaining("Create an order: Done.") });
    expect(host.asked).toEqual([
      {
        method: "POST",
        path: "/api/tools/shop_create_order/execute",
        body: {
          arguments: { note: "hi" },
          confirmed: true,
          connectionId: undefined,
          idempotencyKey: undefined,
          fields: ["id"],
          maxBytes: 1000,
        },
      },
    ]);
  });

  it("is told of progress while a slow call is under way", async () => {
    const told = Promise.withResolvers<void>();
    const host = scriptedHost(async () => {
      await told.promise;
      return ran(null);
    });
    const client = await connect(host, { ...options, settings: { progressEveryMs: 5 } });
    const seen: number[] = [];
    const call = { name: "clawlink.execute", arguments: { integration_id: "shop", action_id: "create_order" } };
    await client.callTool(call, {
      onprogress: ({ progress }) => {
        seen.push(progress);
        if (seen.length === 3) told.resolve();
      },
    });
    expect(seen.slice(0, 3)).toEqual([1, 2, 3]);
  });
});

describe("a client that cancels", () => {
  it("has its call's signal aborted, down to the endpoint", async () => {
    const reached = Promise.withResolvers<AbortSignal>();
    const host = scriptedHost((_request, signal) => {
      if (signal) reached.resolve(signal);
      return new Promise(() => undefined);
    });
    const client = await connect(host, newest);
    const controller = new AbortController();
    const call = { name: "clawlink.execute", arguments: { integration_id: "shop", action_id: "create_order" } };
    const called = client.callTool(call, { signal: controller.signal });
    const signal = await reached.promise;
    const aborted = new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
    controller.abort();
    await expect(called).rejects.toThrow();
    await aborted;
    expect(signal.aborted).toBe(true);
  });
});

describe("resources and prompts", () => {
  const app = {
    integration_id: "shop",
    name: "Shop",
    slug: "shop",
    category: "commerce",
    summary: "Sell things.",
    connected: true,
    connection_state: "healthy",
    capabilities: ["create_order"],
  };
  const action = {
    action_id: "create_order",
    title: "Create an order",
    description: "Makes an order.",
    side_effect_level: "write",
    input_summary: { required: ["note"], optional: [] },
  };
  const host = scriptedHost(({ path }) => {
    if (path.startsWith("/api/executions/")) return { status: 200, body: { execution_id: "exe_1", output: [1, 2] } };
    if (path === "/api/integrations/shop")
      return {
        status: 200,
        body: {
          integration: { ...app, docs_url: null, configured: true },
          connections: [],
          connection_count: 0,
          actions: [action],
        },
      };
    if (path.startsWith("/api/integrations?"))
      return {
        status: 200,
        body: { integrations: [], integrations_total: 0, items: [app], page: 1, page_size: 100, total: 1 },
      };
    return { status: 404, body: { error: "There is no such thing.", code: "not_found" } };
  });

  it("give a stored result and an app's guide, and list the guides of connected apps", async () => {
    const client = await connect(host, newest);
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual(["clawlink://apps/shop/guide"]);
    const guide = await client.readResource({ uri: "clawlink://apps/shop/guide" });
    expect(JSON.stringify(guide.contents)).toContain("Makes an order. Needs note.");
    const result = await client.readResource({ uri: "clawlink://executions/exe_1" });
    expect(result.contents[0]).toMatchObject({ mimeType: "application/json", text: expect.stringContaining("[1,2]") });
  });

  it("say that a resource, or an app a prompt is about, is not there as the protocol says it, and not as a fault of the server", async () => {
    const client = await connect(host, newest);
    for (const asking of [
      client.readResource({ uri: "clawlink://apps/none/guide" }),
      client.getPrompt({ name: "what_can_i_do", arguments: { app: "none" } }),
    ])
      await expect(asking).rejects.toMatchObject({
        code: -32602,
        message: expect.stringContaining("There is no such"),
      });
  });

  it("offer to connect an app and to say what it can do, completing its name", async () => {
    const client = await connect(host, newest);
    const { prompts } = await client.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual(["connect_app", "what_can_i_do"]);
    const connecting = await client.getPrompt({ name: "connect_app", arguments: { app: "shop" } });
    expect(JSON.stringify(connecting.messages)).toContain("clawlink.connect_app");
    const asking = await client.getPrompt({ name: "what_can_i_do", arguments: { app: "shop" } });
    expect(JSON.stringify(asking.messages)).toContain("Makes an order.");
    const ref = { type: "ref/prompt", name: "connect_app" } as const;
    const completed = await client.complete({ ref, argument: { name: "app", value: "sh" } });
    expect(completed.completion.values).toEqual(["shop"]);
  });
});
