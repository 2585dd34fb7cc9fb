import { createHash } from "node:crypto";
import type { ExecuteAnswer, ExecuteControls } from "@clawlink/contract";
import { afterEach, describe, expect, it, vi } from "vitest";
import { execute } from "../src/index.ts";
import { json, type MemoryWorld, memoryWorld, type Reply, shop } from "../src/testing/index.ts";

const done = json({ id: "o1", note: "hi", internal: "dropped" }, 200, { "x-request-id": "req-9" });
const reset: Reply = () => Promise.reject(new Error("Network connection lost."));
const refusedConnection: Reply = () => Promise.reject(new Error("connect ECONNREFUSED"));

function run(
  { ports }: MemoryWorld,
  toolName: string,
  input: Record<string, unknown>,
  controls: Partial<ExecuteControls> = {},
  facts: { mode?: "direct" | "preview"; keyHash?: string; approvedExecutionId?: string } = {},
) {
  const call = { accountId: "account", keyHash: "hash", mode: "direct", ...facts } as const;
  return execute(ports, { ...call, toolName, input, controls: { confirmed: true, ...controls } });
}

const read = async (world: MemoryWorld, controls?: Partial<ExecuteControls>) =>
  (await run(world, "shop_get_order", { id: "o1" }, controls)).answer;
const write = async (world: MemoryWorld, controls?: Partial<ExecuteControls>) =>
  (await run(world, "shop_create_order", { note: "hi" }, controls)).answer;
const statuses = ({ account }: MemoryWorld) => [...account.rows.values()].map(({ status }) => status);
const codeOf = (answer: ExecuteAnswer) => (answer.ok ? "ok" : answer.error.code);

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

describe("a write", () => {
  it("exists durably before it is sent, and is finished before the answer", async () => {
    const world = memoryWorld([
      () => {
        expect(statuses(world)).toEqual(["running"]);
        return new Response('{"id":"o1"}', { headers: { "content-type": "application/json" } });
      },
    ]);
    expect(await write(world)).toMatchObject({ ok: true, requiresConfirmation: true });
    expect(world.log).toEqual(["begin", "fetch POST https://api.shop.example/orders", "finish"]);
    expect(world.laterWork).toEqual([]);
    expect(statuses(world)).toEqual(["succeeded"]);
  });

  it("that cannot be recorded first is not sent", async () => {
    const world = memoryWorld([done]);
    world.account.failing = "begin";
    await expect(write(world)).rejects.toThrow();
    expect(world.requests).toEqual([]);
  });

  it.each([
    ["a reset", reset],
    ["a 500", json({}, 500)],
    ["a 502", json({}, 502)],
    ["a 503 without Retry-After", json({}, 503)],
    ["a 504", json({}, 504)],
    ["a 408", json({}, 408)],
    ["a maintenance page", (() => new Response("<html>", { status: 200 })) satisfies Reply],
    ["an answer of another shape", json({ other: 1 })],
    ["an error of its own in a 200", json({ refusal: "provider_unavailable" })],
    ["a redirect", (() => new Response(null, { status: 303, headers: { location: "/x" } })) satisfies Reply],
  ])("that ends in %s is never sent twice, and its outcome is unknown", async (_what, reply) => {
    const world = memoryWorld([reply, done]);
    expect(await write(world)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("not known"), retryable: false },
      hint: expect.stringContaining("before you repeat it"),
      meta: { attempts: 1 },
      canonical: { status: "unknown", execution_id: "exe_1" },
    });
    expect(world.requests).toHaveLength(1);
    expect(statuses(world)).toEqual(["unknown"]);
  });

  it.each([
    ["a connection refused", refusedConnection],
    ["a 429", json({}, 429)],
    ["a 503 with Retry-After", json({}, 503, { "retry-after": "1" })],
    ["a limit told in a 200", json({ refusal: "rate_limited" })],
  ])("that certainly did not happen because of %s is sent again", async (_what, reply) => {
    const world = memoryWorld([reply, done]);
    expect(await write(world)).toMatchObject({ ok: true, meta: { attempts: 2 } });
  });

  it("that was refused is a plain failure", async () => {
    const world = memoryWorld([json({ message: "No such customer" }, 404)]);
    expect(await write(world)).toMatchObject({
      error: { code: "provider_rejected", retryable: false },
      details: { provider: { status: 404, message: "No such customer" } },
      canonical: { status: "failed", error_code: "execution_failed" },
    });
    expect(statuses(world)).toEqual(["failed"]);
  });

  it("that happened is answered as such though it cannot be recorded", async () => {
    const report = vi.spyOn(console, "error").mockImplementation(() => {});
    const world = memoryWorld([done]);
    world.account.failing = "finish";
    expect(await write(world)).toMatchObject({ ok: true, data: { id: "o1" } });
    expect(statuses(world)).toEqual(["running"]);
    expect(report).toHaveBeenCalled();
  });

  it("that happened is answered as such though its output cannot be stored", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const world = memoryWorld([json({ id: "o1", note: "x".repeat(2_000) })]);
    world.ports.results.put = () => Promise.reject(new Error("KV is down"));
    expect(await write(world, { maxBytes: 256 })).toMatchObject({
      ok: true,
      data: { clawlink_result: "truncated", execution_id: "exe_1", size_bytes: 2_021 },
    });
  });

  it("that could not even be built says so, and was certainly not done", async () => {
    const world = memoryWorld([done]);
    const { answer } = await run(world, "shop_pay_order", { id: ".." });
    expect(answer).toMatchObject({
      error: { code: "invalid_arguments" },
      inputSchema: { type: "object" },
      canonical: { status: "failed" },
    });
    expect([world.requests, statuses(world)]).toEqual([[], ["failed"]]);
  });

  it("whose preparation fails on our side was certainly not done", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const world = memoryWorld([done]);
    const broken = {
      ...world.ports,
      catalog: { ...world.ports.catalog, provider: () => Promise.reject(new Error("no code")) },
    };
    expect(await write({ ...world, ports: broken })).toMatchObject({
      error: { code: "internal_error" },
      canonical: { status: "failed" },
    });
    expect(statuses(world)).toEqual(["failed"]);
  });
});

describe("a bug of ours after a write was sent", () => {
  it("leaves its outcome unknown; after a read it is a plain failure", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const world = memoryWorld([done]);
    const refuse = () => {
      throw new TypeError("undefined is not a function");
    };
    const catalog = { ...world.ports.catalog, provider: async () => ({ ...shop, refuse }) };
    const buggy = { ...world, ports: { ...world.ports, catalog } };
    const internal = { error: { code: "internal_error", message: expect.not.stringContaining("undefined") } };
    expect(await write(buggy)).toMatchObject({ ...internal, canonical: { status: "unknown" } });
    expect(await read(buggy)).toMatchObject({ ...internal, canonical: { status: "failed" } });
  });
});

describe("a provider's own idempotency key", () => {
  const pay = (world: MemoryWorld, controls?: Partial<ExecuteControls>) =>
    run(world, "shop_pay_order", { id: "o1" }, controls);
  const keysSent = ({ requests }: MemoryWorld) => requests.map(({ headers }) => headers.get("idempotency-key"));

  it("is the client's, or else the execution's id, and the same in every attempt", async () => {
    const mine = memoryWorld([reset, json({}, 500), done]);
    expect((await pay(mine, { idempotencyKey: "k1" })).answer).toMatchObject({ ok: true, meta: { attempts: 3 } });
    expect(keysSent(mine)).toEqual(["k1", "k1", "k1"]);
    const theirs = memoryWorld([reset, done]);
    await pay(theirs);
    expect(keysSent(theirs)).toEqual(["exe_1", "exe_1"]);
  });

  it("lets a write be repeated, but leaves it unknown when nothing helps", async () => {
    const world = memoryWorld([reset]);
    expect((await pay(world)).answer).toMatchObject({ canonical: { status: "unknown" }, meta: { attempts: 4 } });
  });

  it("is in the preview", async () => {
    const world = memoryWorld([]);
    const { answer } = await run(world, "shop_pay_order", { id: "o1" }, {}, { mode: "preview" });
    expect(answer.ok && answer.request?.headers["idempotency-key"]).toBe("exe_1");
  });
});

describe("a repeated call", () => {
  const keyed = (world: MemoryWorld, key = "k1") =>
    run(world, "shop_create_order", { note: "hi" }, { idempotencyKey: key });

  it("gets the first answer again and runs nothing", async () => {
    const world = memoryWorld([done]);
    const first = await keyed(world);
    const second = await keyed(world);
    expect([first.replayed, second.replayed]).toEqual([false, true]);
    expect(second.answer).toEqual(first.answer);
    expect(world.requests).toHaveLength(1);
  });

  it.each([
    ["what a provider refused", json({}, 404), true],
    ["what may have happened", reset, true],
    ["a limit", json({}, 429, { "retry-after": "3600" }), false],
    ["a credential to renew", json({}, 401), false],
    ["a connection refused", refusedConnection, false],
  ])("of %s keeps its first answer only where running it again could do harm", async (_what, reply, kept) => {
    const world = memoryWorld([reply]);
    await keyed(world);
    const before = world.requests.length;
    const again = await keyed(world);
    expect([again.replayed, world.requests.length > before]).toEqual([kept, !kept]);
  });

  it("with other files is another call", async () => {
    const world = memoryWorld([done]);
    const attach = (text: string) => {
      const md5 = createHash("md5").update(text).digest("hex");
      const file = {
        pointer: "p",
        name: "a",
        mimetype: "text/plain",
        md5,
        dataBase64: Buffer.from(text).toString("base64"),
      };
      const input = { id: "o1", file: { name: "a", mimetype: "text/plain", s3key: "p" } };
      return run(world, "shop_attach_file", input, { idempotencyKey: "k", files: [file] });
    };
    await attach("one");
    await attach("two");
    const marks = world.account.begun.map(({ idempotency }) => idempotency?.fingerprint);
    expect(new Set(marks).size).toBe(2);
  });
});

describe("a token", () => {
  const renewed = { kind: "refreshed", credentialVersion: 2, credentialExpiresAt: null, record: "token-2" } as const;
  const sent = ({ requests }: MemoryWorld) => requests.map(({ headers }) => headers.get("authorization"));
  const expiring = { connection: { credentialExpiresAt: Date.parse("2026-11-22T10:00:20.000Z") } };

  it("near its end is renewed before it is used", async () => {
    const world = memoryWorld([done], expiring);
    world.account.refreshes = [renewed];
    expect(await read(world)).toMatchObject({ ok: true, meta: { attempts: 1 } });
    expect(sent(world)).toEqual(["Bearer token-2"]);
    expect(world.log.slice(0, 3)).toEqual(["begin", "refresh", expect.stringContaining("fetch")]);
  });

  it("that the provider refuses is renewed once, for writes too, since nothing ran", async () => {
    const world = memoryWorld([json({}, 401), done]);
    world.account.refreshes = [renewed];
    expect(await write(world)).toMatchObject({ ok: true, meta: { attempts: 2 } });
    expect(sent(world)).toEqual(["Bearer token-1", "Bearer token-2"]);
    expect(world.account.finished[0]?.credentialVersion).toBe(2);
  });

  it("refused again after that is for a person to renew", async () => {
    const world = memoryWorld([json({}, 401)]);
    world.account.refreshes = [renewed, renewed];
    expect(await read(world)).toMatchObject({
      error: { type: "reauth_required", code: "needs_reauth" },
      canonical: {
        status: "blocked",
        execution_id: null,
        recommended_next_action: {
          tool: "clawlink.connect_app",
          input: { integration_id: "shop", force_reconnect: true },
        },
      },
      meta: { attempts: 2 },
    });
    expect(world.log.filter((event) => event === "refresh")).toHaveLength(1);
  });

  it("that cannot be renewed now is a failure to repeat, that certainly did not happen; the attempt counts", async () => {
    const world = memoryWorld([json({}, 401), done]);
    world.account.refreshes = [{ kind: "unavailable", retryAfterMs: 4_000 }];
    expect(await write(world)).toMatchObject({
      error: { code: "provider_unavailable", retryable: true, retryAfterMs: 4_000 },
      canonical: { status: "failed" },
      meta: { attempts: 1 },
    });
  });

  it("that is over for good is said with the reason", async () => {
    const world = memoryWorld([done], expiring);
    world.account.refreshes = [{ kind: "needs_reauth", reason: "The provider ended this connection." }];
    expect(await read(world)).toMatchObject({
      error: { code: "needs_reauth", message: "The provider ended this connection." },
    });
    expect(world.requests).toEqual([]);
  });

  it("is nowhere in what is answered or recorded", async () => {
    const world = memoryWorld([
      ({ headers }) => new Response(JSON.stringify({ message: headers.get("authorization") }), { status: 400 }),
    ]);
    world.ports.credentials.open = memoryWorld([]).ports.credentials.open;
    const preview = await run(world, "shop_create_order", { note: "hi" }, {}, { mode: "preview" });
    expect(preview.answer).toMatchObject({ ok: true, request: { headers: { authorization: "[credential]" } } });
    expect(JSON.stringify([preview, [...world.account.rows.values()]])).not.toContain("token-1");
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

describe("settling a write whose answer never came", () => {
  const mark = (world: MemoryWorld) => run(world, "shop_mark_order", {});
  const found: Reply = ({ url }) =>
    new Response(JSON.stringify({ orders: [{ id: "o7", note: new URL(url).searchParams.get("note") }] }), {
      headers: { "content-type": "application/json" },
    });
  const nothing = json({ orders: [] });

  it("finds what happened by its mark, and answers as if it had come", async () => {
    const world = memoryWorld([reset, found]);
    expect((await mark(world)).answer).toMatchObject({
      ok: true,
      data: { id: "o7" },
      canonical: { status: "succeeded" },
    });
    expect(world.requests.map(({ method }) => method)).toEqual(["POST", "GET"]);
    const sent = noteOf(await world.requests[0]?.text());
    expect(new URL(world.requests[1]?.url ?? "").searchParams.get("note")).toBe(sent);
  });

  it("looks again for providers that show things late", async () => {
    expect((await mark(memoryWorld([reset, nothing, found]))).answer).toMatchObject({ ok: true });
  });

  it("that finds nothing says that it was not done, and that it may be repeated", async () => {
    const world = memoryWorld([reset, nothing]);
    expect((await mark(world)).answer).toMatchObject({
      ok: false,
      error: { retryable: true, message: expect.stringContaining("It was not done.") },
      canonical: { status: "failed" },
    });
    expect(world.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
  });

  it.each([
    ["cannot be asked", json({}, 400)],
    ["does not answer", reset],
    ["answers oddly", json({ other: 1 })],
    ["wants a new credential", json({}, 401)],
  ])("that the provider %s leaves it unknown", async (_what, reply) => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const world = memoryWorld([reset, reply]);
    expect((await mark(world)).answer).toMatchObject({
      ok: false,
      canonical: { status: "unknown" },
      error: { retryable: false },
    });
    expect(statuses(world)).toEqual(["unknown"]);
  });

  it("does not let a token that ran out meanwhile pass for a write that did not happen", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const world: MemoryWorld = memoryWorld(
      [
        () => {
          world.pass(20_000);
          throw new Error("Network connection lost.");
        },
        found,
      ],
      { connection: { credentialExpiresAt: Date.parse("2026-11-22T10:00:40.000Z") } },
    );
    world.account.refreshes = [{ kind: "needs_reauth", reason: "Over." }];
    expect((await mark(world)).answer).toMatchObject({
      canonical: { status: "unknown" },
      error: { code: "provider_unavailable" },
    });
  });

  it("is not tried for a write that certainly did not happen", async () => {
    const world = memoryWorld([json({}, 404), found]);
    expect(codeOf((await mark(world)).answer)).toBe("provider_rejected");
    expect(world.requests).toHaveLength(1);
  });
});

/** The note in a body that was sent. */
function noteOf(body: string | undefined): unknown {
  return JSON.parse(body ?? "{}").note;
}
