import { describe, expect, it } from "vitest";
import { access, pausedApps } from "../../src/billing/access.ts";
import { countPeriod, monthStart } from "../../src/billing/count-period.ts";
import { type BillingRows, liveSubscriptions, planState, type SubscriptionRow } from "../../src/billing/plan-state.ts";
import { Plans } from "../../src/billing/plans.ts";
import { unsettled } from "../../src/billing/unsettled.ts";

const day = 86_400_000;
const start = Date.UTC(2026, 0, 10);
const [small, large] = [crypto.randomUUID(), crypto.randomUUID()];
const plan = { price: "$9", apps: 2 };
const plans = Plans.parse({
  trial: { days: 7, calls: 1000, apps: 1 },
  graceDays: 3,
  plans: [
    { ...plan, id: "small", name: "Small", productIds: [small], callsPerMonth: 5000 },
    { ...plan, id: "large", name: "Large", productIds: [large], callsPerMonth: null, apps: null },
  ],
});
const account = { userId: "u", startedAt: new Date(start), trial: plans.trial, polarEmail: null, granted: null };

function bought(change: Partial<SubscriptionRow> = {}): SubscriptionRow {
  return {
    id: "s1",
    userId: "u",
    customerId: "c",
    productId: small,
    checkoutId: null,
    status: "active",
    startedAt: new Date(start),
    periodStart: new Date(start),
    periodEnd: new Date(start + 30 * day),
    cancelAtPeriodEnd: false,
    pauseAtPeriodEnd: false,
    resumesAt: null,
    endsAt: null,
    endedAt: null,
    pastDueAt: null,
    pendingProductId: null,
    pendingAt: null,
    refundedOrderAt: null,
    terms: { name: "Small", callsPerMonth: 5000, apps: 2 },
    eventAt: new Date(start),
    eventId: "e",
    ...change,
  };
}
const rows = (...subscriptions: SubscriptionRow[]): BillingRows => ({ account, subscriptions });
const kindAt = (found: BillingRows, days: number) => planState(found, plans, start + days * day).kind;

describe("where somebody stands", () => {
  it("is the trial to its last moment, and nothing from then on", () => {
    expect(planState(rows(), plans, start + 7 * day - 1).kind).toBe("trial");
    expect(planState(rows(), plans, start + 7 * day)).toEqual({ kind: "expired", since: start + 7 * day });
    const without = { account: { ...account, trial: null }, subscriptions: [] };
    expect(planState(without, plans, start)).toEqual({ kind: "expired", since: null });
  });

  it.each([
    ["a plan that runs", {}, 10, "active"],
    ["a plan whose renewal was not heard of, within the grace", {}, 32, "active"],
    ["a plan whose renewal was not heard of, after it", {}, 33, "ended"],
    ["a plan that is cancelled, before its end", { cancelAtPeriodEnd: true }, 29, "active"],
    ["a plan that is cancelled, at its end, though nobody told", { cancelAtPeriodEnd: true }, 30, "ended"],
    ["a plan that is to pause, before that", { pauseAtPeriodEnd: true }, 29, "active"],
    ["a plan that is to pause, from then on, though nobody told", { pauseAtPeriodEnd: true }, 30, "ended"],
    ["a payment that failed, within the grace", { status: "past_due", pastDueAt: new Date(start) }, 2, "past_due"],
    ["a payment that failed, after it", { status: "past_due", pastDueAt: new Date(start) }, 3, "ended"],
    ["a plan that ended", { status: "canceled", endedAt: new Date(start + day) }, 2, "ended"],
    ["a plan that is paused", { status: "paused" }, 2, "ended"],
    ["a plan that was never paid", { status: "incomplete" }, 2, "trial"],
    ["a period that was given back", { refundedOrderAt: new Date(start + 1000) }, 2, "ended"],
    ["a period after one that was given back", { refundedOrderAt: new Date(start - 20 * day) }, 2, "active"],
  ] as const)("%s", (_name, change, days, kind) => {
    expect(kindAt(rows(bought(change)), days)).toBe(kind);
  });

  it("is the better of two subscriptions, whatever order they are stored in", () => {
    const [one, two] = [bought(), bought({ id: "s2", productId: large, terms: null })];
    for (const order of [rows(one, two), rows(two, one)])
      expect(planState(order, plans, start + day)).toMatchObject({ kind: "active", terms: { name: "Large" } });
    const owing = bought({ id: "s2", productId: large, status: "past_due", pastDueAt: new Date(start) });
    expect(planState(rows(owing, one), plans, start + day)).toMatchObject({ kind: "active", terms: { name: "Small" } });
  });

  it("is what it would be without it for a product that never was a plan here", () => {
    const other = bought({ productId: crypto.randomUUID(), terms: null });
    expect(planState(rows(other), plans, start + day).kind).toBe("trial");
    expect(planState(rows(other, bought({ id: "s2" })), plans, start + day)).toMatchObject({
      terms: { name: "Small" },
    });
    expect(liveSubscriptions(rows(other, bought({ id: "s2" })), plans, start + day)).toHaveLength(1);
    expect(planState(rows({ ...other, endedAt: new Date(start) }), plans, start + 8 * day).kind).toBe("expired");
  });

  it("keeps what was bought when the plan becomes smaller or goes, and takes what it becomes more of", () => {
    const more = { name: "Small", callsPerMonth: 9000, apps: 1 };
    expect(planState(rows(bought({ terms: more })), plans, start + day)).toMatchObject({
      terms: { callsPerMonth: 9000, apps: 2 },
    });
    const gone = bought({ productId: crypto.randomUUID(), terms: more });
    expect(planState(rows(gone), plans, start + day)).toMatchObject({ terms: more });
  });
});

describe("why a plan covers nothing", () => {
  it.each([
    ["The plan is paused; it goes on once it is resumed.", { status: "paused" }],
    ["The plan is not paid; it goes on once it is.", { status: "past_due", pastDueAt: new Date(start - 9 * day) }],
    ["The payment for the plan was given back; it goes on when it renews.", { refundedOrderAt: new Date(start) }],
    ["The plan ended on 2026-01-11.", { status: "canceled", endedAt: new Date(start + day) }],
  ] as const)("is said as it is: %s", (message, change) => {
    const state = planState(rows(bought(change)), plans, start + 2 * day);
    expect(access(state, { what: "call", app: "gmail", apps: ["gmail"] }, 0)).toMatchObject({ message });
  });
});

describe("what has to be settled before another plan is bought", () => {
  it.each([
    ["a plan that runs", {}, 10, null],
    ["a payment that failed, within the grace", { status: "past_due", pastDueAt: new Date(start) }, 2, null],
    ["a payment that failed, after it", { status: "past_due", pastDueAt: new Date(start) }, 3, "unpaid"],
    ["the same, cancelled", { status: "past_due", pastDueAt: new Date(start), cancelAtPeriodEnd: true }, 3, null],
    ["a plan that is paused", { status: "paused" }, 2, "paused"],
    ["a plan that was to pause, though nobody told that it did", { pauseAtPeriodEnd: true }, 30, "paused"],
    ["the same, cancelled", { pauseAtPeriodEnd: true, cancelAtPeriodEnd: true }, 30, null],
    ["a period that was given back", { refundedOrderAt: new Date(start + 1000) }, 2, "refunded"],
    ["the same, ended", { refundedOrderAt: new Date(start + 1000), endedAt: new Date(start + day) }, 2, null],
    ["a plan that ended", { status: "canceled", endedAt: new Date(start + day) }, 2, null],
    ["a plan whose renewal was not heard of", {}, 60, null],
    ["a paused product that never was a plan here", { status: "paused", productId: "p", terms: null }, 2, null],
  ] as const)("%s", (_name, change, days, why) => {
    expect(unsettled(rows(bought(change)), plans, start + days * day)).toBe(why);
  });

  it("is nothing while another plan is paid", () => {
    const found = rows(bought({ status: "paused" }), bought({ id: "s2" }));
    expect(unsettled(found, plans, start + day)).toBeNull();
  });
});

describe("access", () => {
  const trial = planState(rows(), plans, start);
  const call = (app: string | null, apps: string[] = ["gmail", "slack"]) => ({ what: "call", app, apps }) as const;

  it("lets as many calls through as there are, and not one more", () => {
    expect(access(trial, call("gmail"), 999).kind).toBe("allowed");
    expect(access(trial, call("gmail"), 1000)).toMatchObject({ kind: "refused", reason: "calls_used" });
    expect(access(trial, call(null), 1000)).toMatchObject({ kind: "refused", reason: "calls_used" });
  });

  it("covers the apps connected first, pauses the others, and never those that need no connection", () => {
    expect(access(trial, call("slack"), 0)).toMatchObject({ kind: "refused", reason: "app_paused" });
    expect(access(trial, call(null), 0).kind).toBe("allowed");
    expect(pausedApps(trial, ["gmail", "slack", "linear"])).toEqual(["slack", "linear"]);
    const active = planState(rows(bought()), plans, start);
    expect(access(active, call("slack"), 0).kind).toBe("allowed");
  });

  it("lets another app be connected while there is room, whatever the calls", () => {
    const connect = (app: string, apps: string[]) => access(trial, { what: "connect", app, apps }, 5000);
    expect(connect("gmail", []).kind).toBe("allowed");
    expect(connect("gmail", ["gmail"]).kind).toBe("allowed");
    expect(connect("slack", ["gmail"])).toMatchObject({ kind: "refused", reason: "app_limit" });
  });

  it("says since when there is no plan", () => {
    expect(access(planState(rows(), plans, start + 9 * day), call("gmail"), 0)).toEqual({
      kind: "refused",
      reason: "no_plan",
      message: "The trial ended on 2026-01-17.",
    });
  });
});

describe("what is counted together", () => {
  it("is the trial as one, and a plan's calendar months (UTC) from the day it was bought", () => {
    const now = start + 5 * day;
    expect(countPeriod(planState(rows(), plans, now), rows(), now)).toEqual({ key: "trial", since: start });
    const own = rows(bought());
    const active = planState(own, plans, now);
    expect(countPeriod(active, own, now)).toEqual({ key: "2026-01", since: start });
    const february = Date.UTC(2026, 1, 1);
    expect(countPeriod(active, own, february)).toEqual({ key: "2026-02", since: february });
    expect(countPeriod(active, own, february - 1).key).toBe("2026-01");
  });

  it.each([
    ["2028-02-28T23:59:59.999Z", "2028-02", "2028-02-01"],
    ["2028-02-29T00:00:00.000Z", "2028-02", "2028-02-01"],
    ["2028-03-01T00:00:00.000Z", "2028-03", "2028-03-01"],
    ["2026-12-31T23:59:59.999Z", "2026-12", "2026-12-01"],
    ["2027-01-01T00:00:00.000Z", "2027-01", "2027-01-01"],
  ])("at %s is the month %s", (moment, key, since) => {
    const own = rows(bought({ periodEnd: new Date(Date.UTC(2030, 0, 1)) }));
    const now = Date.parse(moment);
    expect(countPeriod(planState(own, plans, now), own, now)).toEqual({ key, since: Date.parse(since) });
  });

  it("counts anew at the first moment of the next month, a leap year or the year's end notwithstanding", () => {
    const next = (moment: string) => new Date(monthStart(Date.parse(moment), 1)).toISOString();
    expect(next("2028-02-29T23:59:59.999Z")).toBe("2028-03-01T00:00:00.000Z");
    expect(next("2026-01-31T12:00:00.000Z")).toBe("2026-02-01T00:00:00.000Z");
    expect(next("2026-12-31T23:59:59.999Z")).toBe("2027-01-01T00:00:00.000Z");
  });
});
