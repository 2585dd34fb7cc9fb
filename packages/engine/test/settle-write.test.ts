import { afterEach, describe, expect, it, vi } from "vitest";
import { json, type MemoryWorld, memoryWorld, type Reply } from "../src/testing/index.ts";
import { codeOf, reset, run, statuses } from "./run.ts";

afterEach(() => {
  vi.restoreAllMocks();
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
