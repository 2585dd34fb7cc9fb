import { createHash } from "node:crypto";
import type { ExecuteControls } from "@clawlink/contract";
import { afterEach, describe, expect, it, vi } from "vitest";
import { json, type MemoryWorld, memoryWorld, type Reply, shop } from "../src/testing/index.ts";
import { done, read, refusedConnection, reset, run, statuses, write } from "./run.ts";

afterEach(() => {
  vi.restoreAllMocks();
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
    ["a 425", json({}, 425)],
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

  it("is the same in every attempt, and for every call with the client's key", async () => {
    const first = memoryWorld([reset, json({}, 500), done]);
    expect((await pay(first, { idempotencyKey: "k1" })).answer).toMatchObject({ ok: true, meta: { attempts: 3 } });
    const again = memoryWorld([done]);
    await pay(again, { idempotencyKey: "k1" });
    expect(new Set([...keysSent(first), ...keysSent(again)]).size).toBe(1);
    expect(keysSent(first)).toHaveLength(3);
  });

  it("differs between keys and between accounts, so that two people cannot meet at one provider account", async () => {
    const worlds = [memoryWorld([done]), memoryWorld([done]), memoryWorld([done])] as const;
    await pay(worlds[0], { idempotencyKey: "k1" });
    await pay(worlds[1], { idempotencyKey: "k2" });
    await run(worlds[2], "shop_pay_order", { id: "o1" }, { idempotencyKey: "k1" }, { accountId: "another" });
    expect(new Set(worlds.flatMap(keysSent)).size).toBe(3);
  });

  it("lets a write be repeated, but leaves it unknown when nothing helps", async () => {
    const world = memoryWorld([reset]);
    expect((await pay(world)).answer).toMatchObject({ canonical: { status: "unknown" }, meta: { attempts: 4 } });
  });

  it("is in the preview", async () => {
    const world = memoryWorld([]);
    const { answer } = await run(world, "shop_pay_order", { id: "o1" }, {}, { mode: "preview" });
    expect(answer.ok && answer.request?.headers["idempotency-key"]).toMatch(/^[0-9a-f]{32}$/);
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
