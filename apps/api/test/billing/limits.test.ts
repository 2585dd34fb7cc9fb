import { billingAccounts } from "@clawlink/db";
import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { customer, execute, usage } from "../calls.ts";
import { evict, soon, sql } from "../cell-world.ts";
import { call, connectByForm, connectOAuth, database, makePerson, type Person, rpc } from "../world.ts";
import { beginCheckout, buy, control, daysAgo, happen, receive, status } from "./buy.ts";

const read = (person: Person) => execute(person, "stripe_list_customers", {});

/** Lets the counter of the current period stand at `used`. */
const setUsed = (person: Person, period: string, used: number) =>
  sql(person, (storage) => storage.exec("insert or replace into billing_calls values (?, ?)", period, used));

describe("a trial", () => {
  it("covers its calls, counts those that succeed alone, and then says what to do", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    expect((await read(person)).status).toBe(200);
    expect((await execute(person, "stripe_get_customer", { customer_id: "cus_none" })).body.ok).toBe(false);
    expect((await execute(person, "stripe_create_customer", { name: "A" })).body.error.code).toBe(
      "confirmation_required",
    );
    expect((await call("POST", "/api/tools/stripe_list_customers/preview", { key: person.key, body: {} })).status).toBe(
      200,
    );
    expect((await status(person)).calls).toMatchObject({ used: 1, limit: 100, warning: null, resetsAt: null });
    await setUsed(person, "trial", 99);
    await evict(person);
    expect((await read(person)).status).toBe(200);
    const refused = await read(person);
    expect(refused.status).toBe(402);
    expect(refused.body).toMatchObject({
      ok: false,
      error: { code: "billing_required", type: "auth", retryable: false },
      upgradeUrl: "https://web.test/dashboard/billing",
      canonical: { status: "blocked", error_code: "policy_blocked" },
    });
    expect((await usage(person)).at(-1)).toMatchObject({ status: "blocked", errorCode: "billing_required" });
    expect((await status(person)).calls).toMatchObject({ used: 100, warning: "reached" });
  });

  it("lets one app be connected, and that one again, and answers 402 with where to upgrade for another", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const start = (integration: string) =>
      call("POST", "/api/connect/start", { key: person.key, body: { integration } });
    expect((await start("stripe")).status).toBe(200);
    const refused = await start("resend");
    expect(refused.status).toBe(402);
    expect(refused.body).toMatchObject({
      error: "Trial covers 1 app.",
      upgradeUrl: "https://web.test/dashboard/billing",
    });
    expect((await call("POST", "/api/connections/resend/begin", { key: person.key, body: {} })).status).toBe(402);
  });

  it("pauses everything when it is over and keeps the connections, which work again with a plan", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    await database
      .update(billingAccounts)
      .set({ startedAt: new Date(daysAgo(8)) })
      .where(eq(billingAccounts.userId, person.userId));
    await evict(person);
    const refused = await read(person);
    expect(refused.status).toBe(402);
    expect(refused.body.error.message).toContain("The trial ended on");
    expect(await status(person)).toMatchObject({
      state: "expired",
      plan: null,
      apps: { connected: ["stripe"], paused: ["stripe"] },
    });
    await buy(person, 0);
    expect((await read(person)).status).toBe(200);
    expect(await status(person)).toMatchObject({ state: "active", plan: { name: "Plan 0" }, calls: { limit: 100 } });
    expect(await soon(async () => (await status(person)).calls.used === 1)).toBe(true);
  });
});

describe("a plan's calls", () => {
  it("are exactly as many as it has, however many are asked for at once", async () => {
    const person = await makePerson();
    await connectOAuth(person, "github", "workspace-owner");
    await buy(person, 0);
    const quick = () => execute(person, "github_get_repository", { owner: "odd-echo", repo: "x" });
    const answers = await Promise.all(Array.from({ length: 500 }, quick));
    const count = (wanted: number) => answers.filter(({ status: given }) => given === wanted).length;
    expect([count(200), count(402)]).toEqual([100, 400]);
    expect(await soon(async () => (await status(person)).calls.used === 100)).toBe(true);
  }, 240_000);

  it("are counted on after a restart, and counted anew from the record when the counter is lost", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    await buy(person, 0, 2);
    for (let index = 0; index < 3; index += 1) await read(person);
    await usage(person);
    await evict(person);
    expect((await status(person)).calls.used).toBe(3);
    await sql(person, (storage) => storage.exec("delete from billing_calls"));
    await evict(person);
    expect((await status(person)).calls.used).toBe(3);
  });

  it("are not more for what is repeated by its key, whose answer can be had when all are used", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    await buy(person, 0);
    const create = () =>
      execute(person, "stripe_create_customer", { ...customer("again@example.com"), idempotencyKey: "once" });
    const first = await create();
    expect(first.status).toBe(200);
    expect((await create()).body.data).toEqual(first.body.data);
    expect(await soon(async () => (await status(person)).calls.used === 1)).toBe(true);
    await setUsed(person, new Date().toISOString().slice(0, 7), 100);
    await evict(person);
    expect((await read(person)).status).toBe(402);
    expect((await create()).body.data).toEqual(first.body.data);
    expect((await status(person)).calls.used).toBe(100);
  });

  it("begin anew with the calendar month and not with the subscription's", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    await buy(person, 0, 2);
    await setUsed(person, "2026-10", 100);
    await evict(person);
    expect((await read(person)).status).toBe(200);
    const { resetsAt } = (await status(person)).calls;
    expect(resetsAt).toMatch(/-01T00:00:00\.000Z$/);
  });
});

describe("the life of a plan", () => {
  it("goes from active to past due, recovers, is cancelled at its end, taken back, and ends", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const id = await buy(person, 0, 3);
    await happen(person, id, "past_due");
    expect(await status(person)).toMatchObject({ state: "past_due", plan: { name: "Plan 0" } });
    expect((await read(person)).status).toBe(200);
    await happen(person, id, "recover");
    await happen(person, id, "cancel");
    expect(await status(person)).toMatchObject({ state: "active", renewsAt: null, endsAt: expect.any(String) });
    await happen(person, id, "uncancel");
    expect(await status(person)).toMatchObject({ state: "active", renewsAt: expect.any(String), endsAt: null });
    await happen(person, id, "revoke");
    expect(await status(person)).toMatchObject({ state: "ended", plan: null });
    expect((await read(person)).body.error).toMatchObject({ code: "billing_required" });
  });

  it("says when it pauses and until when, and is not changed meanwhile", async () => {
    const person = await makePerson();
    const id = await buy(person, 1, 3);
    const { renewsAt: end } = await status(person);
    expect(await status(person)).toMatchObject({ pausesAt: null, resumesAt: null });
    await happen(person, id, "pause_later");
    const resumesAt = new Date(Date.parse(end ?? "") + 30 * 86_400_000).toISOString();
    expect(await status(person)).toMatchObject({ state: "active", renewsAt: null, pausesAt: end, resumesAt });
    expect(await rpc.changePlan(person.userId, "plan-0")).toMatchObject({ fault: { code: "conflict" } });
    await happen(person, id, "cancel");
    expect(await status(person)).toMatchObject({ renewsAt: null, pausesAt: null, resumesAt: null, endsAt: end });
    await happen(person, id, "uncancel");
    await happen(person, id, "pause");
    expect(await status(person)).toMatchObject({ state: "ended", unsettled: "paused", pausesAt: null, resumesAt });
    await happen(person, id, "resume");
    expect(await status(person)).toMatchObject({ state: "active", pausesAt: null, resumesAt: null, unsettled: null });
    expect((await status(person)).renewsAt).not.toBeNull();
  });

  it("ends when a payment stays away for longer than the grace", async () => {
    const person = await makePerson();
    const id = await buy(person, 0, 20);
    await happen(person, id, "past_due", { at: daysAgo(8) });
    expect(await status(person)).toMatchObject({ state: "ended" });
  });

  it("changes with the product, up and down", async () => {
    const person = await makePerson();
    const { polar } = await import("./buy.ts");
    const id = await buy(person, 0);
    await happen(person, id, "change", { product: polar.productIds[1] ?? "" });
    expect((await status(person)).plan).toMatchObject({ name: "Plan 1", callsPerMonth: 200 });
    await happen(person, id, "change", { product: polar.productIds[0] ?? "" });
    expect((await status(person)).plan).toMatchObject({ name: "Plan 0", callsPerMonth: 100 });
  });

  it("ends a period that was given back, and goes on with the next one paid for", async () => {
    const person = await makePerson();
    const id = await buy(person, 0, 29);
    await happen(person, id, "refund");
    expect((await status(person)).state).toBe("ended");
    await happen(person, id, "cycle");
    expect((await status(person)).state).toBe("active");
  });

  it("counts the better of two subscriptions, and says that there are two", async () => {
    const person = await makePerson();
    await buy(person, 0);
    const better = await buy(person, 1);
    expect(await status(person)).toMatchObject({ plan: { name: "Plan 1" }, liveSubscriptions: 2 });
    await happen(person, better, "revoke");
    expect(await status(person)).toMatchObject({ plan: { name: "Plan 0" }, liveSubscriptions: 1 });
  });

  it("is not touched by a product that never was a plan here", async () => {
    const person = await makePerson();
    const id = await buy(person, 0);
    await happen(person, id, "change", { product: crypto.randomUUID() });
    expect(await status(person)).toMatchObject({ state: "trial", liveSubscriptions: 0, unsettled: null });
  });

  it("that may yet be charged is said to be unsettled, until it is over", async () => {
    const person = await makePerson();
    const id = await buy(person, 0, 20);
    await happen(person, id, "past_due", { at: daysAgo(8) });
    expect(await status(person)).toMatchObject({ state: "ended", unsettled: "unpaid" });
    await happen(person, id, "revoke");
    expect(await status(person)).toMatchObject({ state: "ended", unsettled: null });
  });

  it("is read again for a page when a cell was not told of a change", async () => {
    const person = await makePerson();
    await status(person);
    const { deliveries } = await control.pay(await beginCheckout(person, 0));
    await expect(receive({ ...person, userId: "nobody" }, deliveries)).rejects.toThrow();
    expect((await status(person)).state).toBe("trial");
    vi.useFakeTimers({ now: Date.now() + 31_000, toFake: ["Date"] });
    try {
      expect((await status(person)).state).toBe("active");
    } finally {
      vi.useRealTimers();
    }
  });

  it("follows limits that the operator gave a person", async () => {
    const person = await makePerson();
    await status(person);
    const granted = { name: "Friend", callsPerMonth: null, apps: 5 };
    await database.update(billingAccounts).set({ granted }).where(eq(billingAccounts.userId, person.userId));
    await evict(person);
    expect(await status(person)).toMatchObject({ state: "granted", plan: granted, calls: { limit: null } });
  });
});
