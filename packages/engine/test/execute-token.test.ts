import { describe, expect, it } from "vitest";
import { json, type MemoryWorld, memoryWorld } from "../src/testing/index.ts";
import { done, read, run, write } from "./run.ts";

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

  it.each([
    ["near its end", expiring, [done], 0],
    ["that the provider refuses", {}, [json({}, 401), done], 1],
  ])(
    "%s, whose cell fails to renew it, leaves a write that certainly did not happen",
    async (_, facts, replies, attempts) => {
      const world = memoryWorld(replies, facts);
      world.account.failing = "refresh";
      expect(await write(world, { idempotencyKey: "k" })).toMatchObject({
        error: { code: "provider_unavailable", retryable: true },
        canonical: { status: "failed" },
        meta: { attempts },
      });
      expect(world.requests).toHaveLength(attempts);
      world.account.failing = null;
      world.account.refreshes = [renewed];
      expect(await write(world, { idempotencyKey: "k" })).toMatchObject({ ok: true });
    },
  );

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
