import { unwrap } from "@clawlink/contract";
import { billingAccounts, billingEvents, billingSubscriptions, cronRuns } from "@clawlink/db";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { runCron } from "../../src/cron.ts";
import { testEnv } from "../test-env.ts";
import { database, makePerson, rpc } from "../world.ts";
import { beginCheckout, buy, control, daysAgo, happen, polar, receive, status } from "./buy.ts";

const night = Date.UTC(2026, 10, 24, 3, 2);
const compare = () => runCron(testEnv, night);

describe("the nightly comparison", () => {
  it("finds what no webhook told: a purchase, a change, a refund and an end", async () => {
    const person = await makePerson();
    await status(person);
    const { subscriptionId } = await control.pay(await beginCheckout(person, 0), daysAgo(3));
    expect((await status(person)).state).toBe("trial");
    await compare();
    expect(await status(person)).toMatchObject({ state: "active", plan: { name: "Plan 0" } });
    await control.happen(subscriptionId, "change", { product: polar.productIds[1] ?? "" });
    await compare();
    expect(await status(person)).toMatchObject({ plan: { name: "Plan 1" } });
    await control.happen(subscriptionId, "refund");
    await compare();
    expect(await status(person)).toMatchObject({ state: "ended" });
    await control.happen(subscriptionId, "revoke");
    await compare();
    const [row] = await database
      .select()
      .from(billingSubscriptions)
      .where(eq(billingSubscriptions.userId, person.userId));
    expect(row).toMatchObject({ status: "canceled" });
  });

  it("finds a change that waits for the next period, which leaves the subscription's own moment as it was", async () => {
    const person = await makePerson();
    const id = await buy(person, 1, 2);
    await fetch(`${polar.url}/v1/subscriptions/${id}`, {
      method: "PATCH",
      headers: { authorization: `Bearer ${testEnv.POLAR_ACCESS_TOKEN}`, "polar-version": "2026-10" },
      body: JSON.stringify({ product_id: polar.productIds[0], proration_behavior: "next_period" }),
    });
    expect((await status(person)).changesTo).toBeNull();
    await compare();
    expect(await status(person)).toMatchObject({ planId: "plan-1", changesTo: { planId: "plan-0" } });
  });

  it("takes nothing back that an event told, and a late event takes nothing back that it found", async () => {
    const person = await makePerson();
    const id = await buy(person, 0, 2);
    const { deliveries } = await control.happen(id, "past_due", { at: daysAgo(1) });
    await control.happen(id, "recover");
    await compare();
    expect((await status(person)).state).toBe("active");
    await receive(person, deliveries);
    expect((await status(person)).state).toBe("active");
  });

  it("is made at night alone, and by nobody at another time", async () => {
    const person = await makePerson();
    await status(person);
    await control.pay(await beginCheckout(person, 0));
    await runCron(testEnv, Date.UTC(2026, 10, 24, 12, 2));
    expect((await status(person)).state).toBe("trial");
  });
});

describe("a comparison that failed", () => {
  it("is made again after an hour, at whatever time of day, and is then done for the day", async () => {
    const person = await makePerson();
    await status(person);
    await control.pay(await beginCheckout(person, 0));
    const noon = Date.UTC(2026, 10, 24, 12);
    const compared = eq(cronRuns.job, "compare_plans");
    await runCron({ ...testEnv, POLAR_ACCESS_TOKEN: "polar_oat_of_nobody" }, night);
    const [failed] = await database
      .update(cronRuns)
      .set({ startedAt: new Date(noon) })
      .where(compared)
      .returning();
    expect(failed).toMatchObject({ error: "PolarClientError" });
    await runCron(testEnv, noon + 59 * 60_000);
    expect((await status(person)).state).toBe("trial");
    await runCron(testEnv, noon + 61 * 60_000);
    expect((await status(person)).state).toBe("active");
    expect(await database.select().from(cronRuns).where(compared)).toMatchObject([{ error: null }]);
  });
});

describe("deleting an account", () => {
  it("ends what is paid for at Polar and leaves no row of billing", async () => {
    const person = await makePerson();
    const id = await buy(person, 0);
    unwrap(await rpc.deleteAccount(person.userId));
    const listed = await fetch(`${polar.url}/v1/subscriptions/?page=1&limit=100&sorting=-started_at`, {
      headers: { authorization: `Bearer ${testEnv.POLAR_ACCESS_TOKEN}`, "polar-version": "2026-10" },
    });
    const { items } = await listed.json<{ items: { id: string; status: string }[] }>();
    expect(items.find((one) => one.id === id)).toMatchObject({ status: "canceled" });
    for (const table of [billingAccounts, billingSubscriptions, billingEvents])
      expect(await database.select().from(table).where(eq(table.userId, person.userId))).toEqual([]);
  });

  it("ends also what Polar has and no event has told of yet", async () => {
    const person = await makePerson();
    await status(person);
    const { subscriptionId } = await control.pay(await beginCheckout(person, 0));
    unwrap(await rpc.deleteAccount(person.userId));
    await expect(control.happen(subscriptionId, "cancel")).resolves.toMatchObject({
      deliveries: [{ body: expect.stringContaining('"status":"canceled"') }, expect.anything()],
    });
  });

  it("deletes nothing while Polar does not let the subscription be ended, since it would be charged for ever", async () => {
    const person = await makePerson();
    const id = await buy(person, 0);
    await control.forbid(id);
    expect(await rpc.deleteAccount(person.userId)).toMatchObject({
      ok: false,
      fault: { code: "provider_unavailable" },
    });
    expect((await status(person)).state).toBe("active");
    unwrap(await rpc.deleteAccount(person.userId));
  });

  it("takes events of somebody who is gone, and does nothing with them", async () => {
    const person = await makePerson();
    const id = await buy(person, 0);
    unwrap(await rpc.deleteAccount(person.userId));
    await expect(happen(person, id, "end")).rejects.toThrow("no such account");
  });
});
