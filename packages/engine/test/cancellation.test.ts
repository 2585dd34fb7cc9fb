import { describe, expect, it } from "vitest";
import { json, type MemoryWorld, memoryWorld, type Reply } from "../src/testing/index.ts";
import { codeOf, done, run, statuses } from "./run.ts";

/** A caller who gives up while the provider is answering. */
function givingUp() {
  const controller = new AbortController();
  const slow: Reply = (request) => {
    queueMicrotask(() => controller.abort());
    return new Promise((_resolve, reject) => {
      request.signal.addEventListener("abort", () => reject(request.signal.reason), { once: true });
    });
  };
  return { signal: controller.signal, slow };
}
const methods = ({ requests }: MemoryWorld) => requests.map(({ method }) => method);

describe("a caller who gives up", () => {
  it("ends the request to the provider, and a read is not asked again", async () => {
    const { signal, slow } = givingUp();
    const world = memoryWorld([slow, done]);
    const { answer } = await run(world, "shop_get_order", { id: "o1" }, {}, { signal });
    expect(codeOf(answer)).toBe("provider_timeout");
    expect(methods(world)).toEqual(["GET"]);
    expect(world.requests[0]?.signal.aborted).toBe(true);
    await Promise.all(world.laterWork);
    expect(statuses(world)).toEqual(["failed"]);
  });

  it("leaves a write that was on its way as unknown, sent once", async () => {
    const { signal, slow } = givingUp();
    const world = memoryWorld([slow, done]);
    const { answer } = await run(world, "shop_create_order", { note: "hi" }, {}, { signal });
    expect(answer).toMatchObject({ ok: false, canonical: { status: "unknown" }, error: { retryable: false } });
    expect(methods(world)).toEqual(["POST"]);
    expect(statuses(world)).toEqual(["unknown"]);
  });

  it("still has a write looked up that can be, and told as not done when it is not there", async () => {
    const { signal, slow } = givingUp();
    const world = memoryWorld([slow, json({ orders: [] })]);
    const { answer } = await run(world, "shop_mark_order", {}, {}, { signal });
    expect(answer).toMatchObject({ ok: false, error: { message: expect.stringContaining("It was not done.") } });
    expect(methods(world)).toEqual(["POST", "GET", "GET"]);
  });

  it("before anything was sent has nothing sent, and is told so", async () => {
    const world = memoryWorld([done]);
    const { answer } = await run(world, "shop_create_order", { note: "hi" }, {}, { signal: AbortSignal.abort() });
    expect(answer).toMatchObject({ ok: false, canonical: { status: "failed" }, meta: { attempts: 0 } });
    expect(world.requests).toEqual([]);
  });
});
