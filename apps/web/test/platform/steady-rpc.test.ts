import type { Answer, WebRpc } from "@clawlink/contract";
import { afterEach, expect, it, vi } from "vitest";
import { steadyRpc } from "../../src/platform/steady-rpc.ts";

/** A binding whose far end does as it is told. */
class FarEnd {
  work: () => Promise<Answer<void>> = async () => ({ ok: true, value: undefined });
  async flushUsage(_userId: string): Promise<Answer<void>> {
    return this.work();
  }
  async revokeKey(_userId: string, _keyId: string): Promise<Answer<void>> {
    return this.work();
  }
}

const limits = { alone: 40, atProvider: 80, optional: 20 };
const isRpc = (value: unknown): value is WebRpc => value instanceof FarEnd;
function steady(work?: FarEnd["work"]): WebRpc {
  const end = new FarEnd();
  if (work) end.work = work;
  if (!isRpc(end)) throw new Error("unreachable");
  return steadyRpc(end, limits);
}

afterEach(() => vi.restoreAllMocks());

it("hands on what is answered, faults included", async () => {
  expect(await steady().flushUsage("ada")).toEqual({ ok: true, value: undefined });
  const fault: Answer<void> = { ok: false, fault: { code: "not_found", message: "No.", facts: {} } };
  expect(await steady(async () => fault).revokeKey("ada", "key")).toEqual(fault);
});

it("turns a far end that is gone into a fault that says what to do", async () => {
  vi.spyOn(console, "error").mockReturnValue(undefined);
  const rpc = steady(() => Promise.reject(new Error("The binding is gone.")));
  expect(await rpc.flushUsage("ada")).toMatchObject({
    ok: false,
    fault: { facts: { hint: "Try again in a moment." } },
  });
  const write = await rpc.revokeKey("ada", "key");
  expect(write).toMatchObject({ ok: false, fault: { code: "internal_error" } });
  expect(JSON.stringify(write)).toContain("Whether it happened is not known");
  expect(JSON.stringify(write)).not.toContain("binding");
});

it("waits no longer than a page can", async () => {
  const rpc = steady(() => new Promise(() => undefined));
  const began = Date.now();
  expect((await rpc.flushUsage("ada")).ok).toBe(false);
  expect((await rpc.revokeKey("ada", "key")).ok).toBe(false);
  expect(Date.now() - began).toBeLessThan(1_000);
});
