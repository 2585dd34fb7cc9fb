import { afterEach, describe, expect, it, vi } from "vitest";
import { json, memoryWorld } from "../src/testing/index.ts";
import { codeOf, done, read, refusedConnection, reset, run, statuses, write } from "./run.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("a read", () => {
  it("is sent after the cell admits it, and recorded after the answer", async () => {
    const world = memoryWorld([done]);
    const answer = await read(world);
    expect(answer).toMatchObject({
      ok: true,
      toolName: "shop_get_order",
      integration: "shop",
      connectionId: 1,
      mode: "direct",
      args: { id: "o1" },
      data: { id: "o1", note: "hi" },
      result: { id: "o1", note: "hi" },
      requiresConfirmation: false,
      policyReason: null,
      meta: { requestId: "exe_1", providerRequestId: "req-9", attempts: 1, pacedMs: 0 },
      canonical: {
        execution_id: "exe_1",
        status: "succeeded",
        action_id: "get_order",
        output: { id: "o1", note: "hi" },
      },
    });
    expect(world.log.slice(0, 2)).toEqual(["begin", "fetch GET https://api.shop.example/orders/o1"]);
    expect(world.laterWork).toHaveLength(1);
    await Promise.all(world.laterWork);
    expect([...world.account.rows.values()]).toMatchObject([
      { id: "exe_1", status: "succeeded", attempts: 1, input: { id: "o1" } },
    ]);
  });

  it("that fails in passing is asked again, and says how often", async () => {
    const world = memoryWorld([json({}, 503), reset, done]);
    expect(await read(world)).toMatchObject({ ok: true, meta: { attempts: 3 } });
    expect(world.log.filter((event) => event === "again")).toHaveLength(2);
  });

  it("is recorded with every attempt: how long it waited, how long it took, and what came of it", async () => {
    const replies = [json({}, 429, { "retry-after": "2" }), reset, refusedConnection, done];
    const world = memoryWorld(
      replies.map((reply, place) => (request) => {
        world.pass(10 + place);
        return reply(request);
      }),
    );
    world.account.again = async ({ notBeforeMs }) => {
      world.pass(notBeforeMs);
      return { kind: "go", pacedMs: notBeforeMs };
    };
    expect(await read(world)).toMatchObject({ ok: true, meta: { attempts: 4 } });
    await Promise.all(world.laterWork);
    const [row] = world.account.rows.values();
    expect(row?.attemptLog?.map(({ tookMs, outcome }) => [tookMs, outcome])).toEqual([
      [10, 429],
      [11, "no_answer"],
      [12, "not_sent"],
      [13, 200],
    ]);
    const waited = row?.attemptLog?.map(({ waitedMs }) => waitedMs) ?? [];
    expect([waited[0], (waited[1] ?? 0) >= 2_000, waited.slice(2).every((wait) => wait > 0)]).toEqual([0, true, true]);
    expect(waited.reduce((left, right) => left + right, 0) + 46).toBe(row?.latencyMs);
  });

  it("that keeps failing ends after four attempts as a failure to repeat", async () => {
    const world = memoryWorld([json({ message: "boom" }, 500)]);
    expect(await read(world)).toMatchObject({
      ok: false,
      error: { type: "provider", code: "provider_unavailable", retryable: true },
      details: { provider: { status: 500, message: "boom" } },
      meta: { attempts: 4 },
      canonical: { status: "failed", error_code: "unsupported_operation" },
    });
    expect(world.requests).toHaveLength(4);
  });

  it("whose refusal stands in a 200 is asked again where that can help", async () => {
    expect(await read(memoryWorld([json({ refusal: "provider_unavailable" }), done]))).toMatchObject({ ok: true });
    expect(await read(memoryWorld([json({ refusal: "rate_limited" }), done]))).toMatchObject({ ok: true });
    const refused = memoryWorld([json({ refusal: "provider_rejected" }), done]);
    expect(codeOf(await read(refused))).toBe("provider_rejected");
    expect(refused.requests).toHaveLength(1);
  });

  it("at its limit is told when to come back, also when the provider does not say", async () => {
    expect(await read(memoryWorld([json({}, 429, { "retry-after": "3600" })]))).toMatchObject({
      error: { code: "rate_limited", retryable: true, retryAfterMs: 3_600_000 },
      meta: { attempts: 1 },
    });
    const silent = await read(memoryWorld([json({}, 429)]));
    expect(silent).toMatchObject({ error: { code: "rate_limited", retryAfterMs: expect.any(Number) } });
  });

  it("answered in another shape is a failure that says where", async () => {
    const world = memoryWorld([json({ identifier: 7 })]);
    expect(await read(world)).toMatchObject({
      ok: false,
      error: { code: "provider_unavailable", message: expect.stringContaining("id") },
      meta: { attempts: 1 },
    });
  });

  it("is not lost when it cannot be recorded at once", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const world = memoryWorld([done]);
    world.account.failing = "finish";
    expect(await read(world)).toMatchObject({ ok: true });
    await expect(Promise.all(world.laterWork)).resolves.toBeDefined();
    expect(world.log.filter((event) => event === "finish")).toHaveLength(2);
  });
});

describe("a preview", () => {
  it("is exactly what would be sent, and sends nothing", async () => {
    const world = memoryWorld([done]);
    const preview = await run(world, "shop_create_order", { note: "hi" }, { confirmed: false }, { mode: "preview" });
    expect(world.requests).toEqual([]);
    const { answer } = preview;
    expect(answer).toMatchObject({
      ok: true,
      mode: "preview",
      data: null,
      requiresConfirmation: true,
      request: { method: "POST", url: "https://api.shop.example/orders", body: { note: "hi" } },
      canonical: { execution_id: null },
    });
    await write(world);
    const [request] = world.requests;
    const shown = answer.ok ? answer.request : undefined;
    expect([request?.method, request?.url, await request?.json()]).toEqual([shown?.method, shown?.url, shown?.body]);
    const headers = Object.fromEntries(request?.headers ?? []);
    expect({ ...headers, authorization: "[credential]" }).toEqual(shown?.headers);
  });

  it("is a row of its own, and its key is nobody's", async () => {
    const world = memoryWorld([done]);
    await run(world, "shop_create_order", { note: "hi" }, { idempotencyKey: "k" }, { mode: "preview" });
    expect([...world.account.rows.values()]).toMatchObject([{ mode: "preview", status: "succeeded", output: null }]);
    expect(world.account.begun).toMatchObject([{ idempotency: null }]);
  });
});

describe("a refusal", () => {
  it("by the cell is answered with the schema, and nothing is sent", async () => {
    const world = memoryWorld([done]);
    expect((await run(world, "shop_create_order", { note: 7 })).answer).toMatchObject({
      error: { code: "invalid_arguments" },
      invalidFields: ["note"],
      inputSchema: { properties: { note: {} } },
      canonical: { status: "failed", error_code: "validation_error" },
    });
    expect((await run(world, "shop_create_order", {})).answer).toMatchObject({ missingFields: ["note"] });
    expect(world.requests).toEqual([]);
  });

  it("of a tool nobody has tells the nearest, and whether the app is known", async () => {
    const world = memoryWorld([]);
    expect((await run(world, "shop_make_order", {})).answer).toMatchObject({
      integration: "shop",
      error: { code: "tool_not_found" },
      hint: expect.stringContaining("shop_create_order"),
      canonical: { error_code: "action_not_found" },
    });
    expect((await run(world, "nothing_at_all", {})).answer).toMatchObject({
      integration: null,
      canonical: { error_code: "integration_not_found" },
    });
  });

  it("of a key is the only thing that is thrown", async () => {
    await expect(run(memoryWorld([]), "shop_get_order", { id: "o1" }, {}, { keyHash: "other" })).rejects.toMatchObject({
      code: "unauthorized",
    });
  });

  it("of an app that is not connected says how to connect it", async () => {
    const world = memoryWorld([], { connection: null });
    expect(await read(world)).toMatchObject({
      connectionId: null,
      canonical: {
        status: "blocked",
        execution_id: null,
        recommended_next_action: { tool: "clawlink.connect_app", input: { integration_id: "shop" } },
      },
    });
  });

  it("leaves one row", async () => {
    const world = memoryWorld([]);
    await run(world, "shop_create_order", {});
    expect(statuses(world)).toEqual(["failed"]);
  });
});

describe("a call a person has to approve", () => {
  const policy = { confirmation: "human" } as const;

  it("waits, unsent, with the address where it is decided", async () => {
    const world = memoryWorld([done], { policy });
    expect(await write(world)).toMatchObject({
      ok: false,
      error: { code: "confirmation_required", retryable: false },
      canonical: {
        status: "pending_approval",
        execution_id: "exe_1",
        finished_at: null,
        approval_url: "https://web.example/approvals/exe_1",
      },
    });
    expect(world.requests).toEqual([]);
  });

  it("is handed over whole, and runs under its own id once it is approved", async () => {
    const world = memoryWorld([done], { policy });
    const controls = { idempotencyKey: "k", fields: ["id"], maxBytes: 512 };
    await write(world, controls);
    expect(world.account.begun[0]?.approvable).toMatchObject({ input: { note: "hi" }, controls });
    const { answer } = await run(world, "shop_create_order", { note: "hi" }, controls, {
      approvedExecutionId: "exe_1",
    });
    expect(answer).toMatchObject({ ok: true, meta: { requestId: "exe_1" }, data: { id: "o1" } });
    expect([...world.account.rows.keys()]).toEqual(["exe_1"]);
  });

  it("cannot wait with files inside it", async () => {
    const world = memoryWorld([done], { policy });
    const file = { pointer: "p", name: "a", mimetype: "text/plain", md5: "0".repeat(32), dataBase64: "" };
    await write(world, { files: [file] });
    expect(world.account.begun[0]?.approvable).toBeNull();
  });
});

describe("an output", () => {
  it("is reduced to the fields that are asked for", async () => {
    expect(await read(memoryWorld([done]), { fields: ["note"] })).toMatchObject({
      data: { note: "hi" },
      result: { note: "hi" },
    });
    const answer = await read(memoryWorld([done]), { fields: ["note", "nothing"] });
    expect(answer.ok && answer.data).toEqual({ note: "hi" });
  });

  it("over maxBytes is stored aside and described", async () => {
    const world = memoryWorld([json({ id: "o1", note: "é".repeat(500) })]);
    const answer = await read(world, { maxBytes: 1_000 });
    expect(answer).toMatchObject({
      ok: true,
      data: {
        clawlink_result: "stored",
        execution_id: "exe_1",
        size_bytes: 1_021,
        shape: { id: "string", note: "string" },
        preview: expect.stringContaining('{"id":"o1"'),
      },
    });
    expect(world.results.get("exe_1")).toEqual({ id: "o1", note: "é".repeat(500) });
  });

  it("is answered whole up to 64 KiB when nothing is said", async () => {
    const fits = await read(memoryWorld([json({ id: "o1", note: "x".repeat(65_536 - 22) })]));
    expect(fits.ok && fits.data).toMatchObject({ id: "o1" });
    const over = await read(memoryWorld([json({ id: "o1", note: "x".repeat(65_536 - 20) })]));
    expect(over.ok && over.data).toMatchObject({ clawlink_result: "stored" });
  });

  it("is recorded without secrets, and capped", async () => {
    const secret = `ghp_${crypto.randomUUID().replaceAll("-", "")}`;
    const world = memoryWorld([json({ id: secret, note: `use ${secret}` })]);
    const answer = await read(world);
    await Promise.all(world.laterWork);
    expect(answer.ok && answer.data).toMatchObject({ id: secret });
    expect(JSON.stringify([...world.account.rows.values()])).not.toContain(secret);
  });
});
