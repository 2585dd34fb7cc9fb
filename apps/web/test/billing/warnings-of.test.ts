import type { BillingStatus } from "@clawlink/contract";
import { describe, expect, it } from "vitest";
import { warningsOf } from "../../src/billing/warnings-of.ts";

const now = Date.UTC(2026, 10, 23);
const status: BillingStatus = {
  state: "active",
  plan: { name: "Starter", callsPerMonth: 1000, apps: null },
  planId: null,
  changesTo: null,
  trialEndsAt: null,
  renewsAt: "2026-12-10T00:00:00.000Z",
  pausesAt: null,
  resumesAt: null,
  endsAt: null,
  graceEndsAt: null,
  calls: { used: 10, limit: 1000, warning: null, resetsAt: "2026-12-01T00:00:00.000Z" },
  apps: { connected: ["gmail"], limit: null, paused: [] },
  liveSubscriptions: 1,
  unsettled: null,
  hasInvoices: true,
  checkoutIds: [],
};
const titles = (change: Partial<BillingStatus>) => warningsOf({ ...status, ...change }, now).map(({ title }) => title);

describe("what a person is warned of", () => {
  it("is nothing while all is well", () => {
    expect(titles({})).toEqual([]);
    expect(titles({ state: "trial", trialEndsAt: "2026-11-28T00:00:00.000Z" })).toEqual([]);
  });

  it.each<[string, Partial<BillingStatus>]>([
    ["800 of 1,000 calls are used", { calls: { ...status.calls, used: 800, warning: "near" } }],
    ["All 1,000 calls are used", { calls: { ...status.calls, used: 1000, warning: "reached" } }],
    ["Your trial ends on 24 November 2026", { state: "trial", trialEndsAt: "2026-11-24T00:00:00.000Z" }],
    ["Your trial is over", { state: "expired", plan: null, endsAt: "2026-11-20T00:00:00.000Z" }],
    ["You have no plan yet", { state: "expired", plan: null }],
    ["Your plan has ended", { state: "ended", plan: null, endsAt: "2026-11-20T00:00:00.000Z" }],
    ["Your payment did not go through", { state: "past_due", graceEndsAt: "2026-11-28T00:00:00.000Z" }],
    ["Some of your apps are paused", { apps: { connected: ["gmail", "slack"], limit: 1, paused: ["slack"] } }],
    ["You pay for two plans", { liveSubscriptions: 2 }],
    ["Your plan is not paid", { state: "ended", plan: null, unsettled: "unpaid" }],
    ["Your plan is paused", { state: "ended", plan: null, unsettled: "paused" }],
    ["Your payment was given back", { state: "ended", plan: null, unsettled: "refunded" }],
  ])("is %s", (title, change) => expect(titles(change)).toEqual([title]));

  it("names calls and apps only while there is a plan", () => {
    const gone = { state: "ended", plan: null, calls: { ...status.calls, warning: "reached" } } as const;
    expect(titles({ ...gone, apps: { connected: ["gmail"], limit: null, paused: ["gmail"] } })).toEqual([
      "Your plan has ended",
    ]);
  });
});
