import { describe, expect, it } from "vitest";
import { json, type MemoryWorld, memoryWorld } from "../src/testing/index.ts";
import { codeOf, done, read, run, write } from "./run.ts";

/** A world whose connection nothing limits, after one read that went well; what follows is logged anew. */
async function busy(replies = [done], free = true): Promise<MemoryWorld> {
  const world = memoryWorld(replies);
  world.account.free = free;
  await read(world);
  await Promise.all(world.laterWork);
  world.log.length = 0;
  return world;
}

const first = ({ log }: MemoryWorld) => log.slice(0, 2).toSorted();
const token = ({ requests }: MemoryWorld) => requests.at(-1)?.headers.get("authorization");

describe("a read right after another of the same key, tool and connection", () => {
  it("is sent while the cell is asked, once, and answered after the cell's word", async () => {
    const world = await busy();
    expect(codeOf(await read(world))).toBe("ok");
    expect(world.requests).toHaveLength(2);
    expect(first(world)).toEqual(["begin", expect.stringMatching(/^fetch GET /)]);
  });

  it("is refused when the cell refuses, whatever the provider said", async () => {
    const world = await busy();
    world.account.connections = [];
    const answer = await read(world);
    expect(codeOf(answer)).toBe("needs_connection");
    expect(JSON.stringify(answer)).not.toContain('o1","note');
  });

  it("is made anew with the credential the cell names, when that is another", async () => {
    const world = await busy();
    const [connection] = world.account.connections;
    if (!connection) throw new Error("no connection");
    world.account.connections = [{ ...connection, credentialVersion: 2 }];
    expect(codeOf(await read(world))).toBe("ok");
    expect(token(world)).toBe("Bearer token-2");
    expect(world.account.finished.at(-1)?.credentialVersion).toBe(2);
  });

  it("is not known to anybody when the cell cannot be asked", async () => {
    const world = await busy();
    world.account.failing = "begin";
    await expect(read(world)).rejects.toThrow("cannot begin");
    expect(world.account.finished).toHaveLength(1);
  });
});

describe("the cell is asked first", () => {
  const asksFirst = async (world: MemoryWorld, act: () => Promise<unknown>) => {
    await act();
    expect(world.log[0]).toBe("begin");
    expect(world.log.filter((line) => line.startsWith("fetch")).length).toBeLessThanOrEqual(1);
  };

  it("for a write, a preview, and a read with an idempotency key", async () => {
    const world = await busy();
    await asksFirst(world, () => write(world));
    world.log.length = 0;
    await asksFirst(world, () => run(world, "shop_get_order", { id: "o1" }, {}, { mode: "preview" }));
    world.log.length = 0;
    await asksFirst(world, () => read(world, { idempotencyKey: "k" }));
  });

  it("a second later, where calls are limited, and after a call that failed", async () => {
    const later = await busy();
    later.pass(1_000);
    await asksFirst(later, () => read(later));
    const limited = await busy([done], false);
    await asksFirst(limited, () => read(limited));
    const failing = await busy([done, json({}, 404), done]);
    await read(failing);
    failing.log.length = 0;
    await asksFirst(failing, () => read(failing));
  });

  it("for another key, tool or connection", async () => {
    const world = await busy();
    await asksFirst(world, () =>
      run(world, "shop_get_order", { id: "o1" }, {}, { keyHash: "another" }).catch(() => null),
    );
    world.log.length = 0;
    await asksFirst(world, () => read(world, { connectionId: 1 }));
  });
});
