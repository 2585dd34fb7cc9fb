import { env } from "cloudflare:workers";
import { billingEvents, billingSubscriptions } from "@clawlink/db";
import type { SentEvent } from "@clawlink/testing/polar-control";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { receiveEvent } from "../../src/billing/receive-event.ts";
import { startCheckout } from "../../src/billing/start-checkout.ts";
import { readEnvironment } from "../../src/environment.ts";
import {
  atOnce,
  base,
  buyer,
  codeOf,
  control,
  database,
  deliver,
  environment,
  polar,
  requestOf,
  rowsOf,
  sold,
  somebody,
  told,
} from "./selling.workerd.ts";

/** A small generator (mulberry32), so that a failure can be repeated. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe("an event", () => {
  it("is taken once, tells the cell once, and is remembered by its id", async () => {
    const { user, deliveries } = await buyer();
    const created = deliveries.filter(({ type }) => type.startsWith("subscription."));
    for (const event of created) await deliver(event);
    expect(told.filter((id) => id === user.id)).toHaveLength(created.length);
    const before = await rowsOf(user.id);
    for (const event of created) await deliver(event);
    expect(told.filter((id) => id === user.id)).toHaveLength(created.length);
    expect(await rowsOf(user.id)).toEqual(before);
    expect(await database.select().from(billingEvents).where(eq(billingEvents.userId, user.id))).toHaveLength(
      created.length,
    );
  });

  it("is answered before the cell has heard of it, which may be busy", async () => {
    const { user, deliveries } = await buyer();
    const [event] = deliveries;
    if (!event) throw new Error("There is no event.");
    const busy = Promise.withResolvers<never>();
    const RPC = { ...base.RPC, planChanged: () => busy.promise };
    const pending: unknown[] = [];
    const answer = receiveEvent(
      { environment: readEnvironment({ ...sold, RPC }), database },
      requestOf(event),
      (work) => pending.push(work),
    );
    expect(await answer).toEqual({ success: true });
    expect(pending).toHaveLength(1);
    expect(await rowsOf(user.id)).toHaveLength(1);
  });

  it("is refused when it is forged: another body, another id, no signature, another secret", async () => {
    const { user, deliveries } = await buyer();
    const [event] = deliveries;
    if (!event) throw new Error("There is no event.");
    const signature = event.headers["webhook-signature"] ?? "";
    const other = signature.slice(0, 5) + (signature[5] === "A" ? "B" : "A") + signature.slice(6);
    const changes: { headers?: Record<string, string>; body?: string }[] = [
      { body: event.body.replace('"active"', '"paused"').replace('"incomplete"', '"active"') },
      { headers: { "webhook-id": crypto.randomUUID() } },
      { headers: { "webhook-signature": "" } },
      { headers: { "webhook-signature": other } },
      { headers: { "webhook-signature": signature.replace("v1,", "v2,") } },
      { headers: { "webhook-timestamp": String(Math.floor(Date.now() / 1000) - 1) } },
    ];
    for (const change of changes) expect(await codeOf(deliver(event, change))).toBe("forbidden");
    expect(await rowsOf(user.id)).toEqual([]);
  });

  it("holds by the secret before as well while there are two", async () => {
    const { user, deliveries } = await buyer();
    const [event] = deliveries;
    if (!event) throw new Error("There is no event.");
    const fresh = `whsec_${btoa(crypto.randomUUID())}`;
    const under = (text: string) => {
      const changed = readEnvironment({ ...sold, POLAR_WEBHOOK_SECRET: text });
      return receiveEvent({ environment: changed, database }, requestOf(event), atOnce);
    };
    expect(await codeOf(under(fresh))).toBe("forbidden");
    expect(await rowsOf(user.id)).toEqual([]);
    expect(await codeOf(under(`${fresh}, ${env.TEST_POLAR_SECRET}`))).toBe("taken");
    expect(await rowsOf(user.id)).toHaveLength(1);
    expect(() => readEnvironment({ ...sold, POLAR_WEBHOOK_SECRET: `${fresh},` })).toThrow("POLAR_WEBHOOK_SECRET");
  });

  it("may be late, and its signature may not", async () => {
    const { user, deliveries } = await buyer(Date.now() - 3 * 86_400_000);
    const event = deliveries.find(({ type }) => type === "subscription.active");
    if (!event) throw new Error("There is no event.");
    const now = Math.floor(Date.now() / 1000);
    for (const signedAt of [now - 301, now + 330])
      expect(await codeOf(deliver(await control.redeliver(event, signedAt)))).toBe("forbidden");
    expect(await rowsOf(user.id)).toEqual([]);
    await deliver(await control.redeliver(event, now - 200));
    expect(await rowsOf(user.id)).toMatchObject([{ status: "active" }]);
  });

  it("of nobody here, or of nothing that matters here, is taken and forgotten", async () => {
    const { user, deliveries } = await buyer();
    await database.delete(billingSubscriptions).where(eq(billingSubscriptions.userId, user.id));
    const paid = deliveries.find(({ type }) => type === "order.paid");
    if (!paid) throw new Error("There is no event.");
    expect(await codeOf(deliver(paid))).toBe("taken");
    expect(await rowsOf(user.id)).toEqual([]);
  });

  it("over 256 KB is not read", async () => {
    const { deliveries } = await buyer();
    const [event] = deliveries;
    if (!event) throw new Error("There is no event.");
    expect(await codeOf(deliver(event, { body: "x".repeat(256 * 1024 + 1) }))).toBe("payload_too_large");
  });
});

describe("events in any order", () => {
  const paying = ["cycle", "past_due", "recover", "refund", "change"];
  const acts = [...paying, "cancel", "uncancel", "pause_later", "pause", "resume", "revoke"];

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])("come to the same, doubled and mixed (seed %i)", async (seed) => {
    const random = seeded(seed);
    const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
    const user = await somebody();
    const events: SentEvent[] = [];
    const ids: string[] = [];
    for (let index = 0; index < 2; index += 1) {
      const { url } = await startCheckout({ user, environment, database }, "p0");
      const { deliveries, subscriptionId } = await control.pay(url, Date.now() + index);
      events.push(...deliveries);
      ids.push(subscriptionId);
    }
    for (let index = 0; index < 8; index += 1) {
      const product = pick(polar.productIds) ?? "";
      const { deliveries } = await control.happen(pick(ids) ?? "", pick(acts) ?? "cycle", { product });
      events.push(...deliveries);
    }
    const play = async (order: readonly SentEvent[]) => {
      await database.delete(billingSubscriptions).where(eq(billingSubscriptions.userId, user.id));
      await database.delete(billingEvents).where(eq(billingEvents.userId, user.id));
      for (const event of order) await deliver(event);
      return rowsOf(user.id);
    };
    const mixed = () =>
      [...events, ...events.filter(() => random() < 0.4)]
        .map((event) => ({ event, place: random() }))
        .sort((left, right) => left.place - right.place)
        .map(({ event }) => event);
    const inOrder = await play(events);
    expect(inOrder).toHaveLength(2);
    expect(await play(mixed())).toEqual(inOrder);
    expect(await play([...events].reverse())).toEqual(inOrder);
  });
});
