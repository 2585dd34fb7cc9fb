import type { PlanTerms } from "@clawlink/db";
import type { PlanState } from "./plan-state.ts";
import { whyOpen } from "./unsettled.ts";

/** What is wanted: a call, or another connection; null is an app that needs no connection. */
export interface Wanted {
  readonly what: "call" | "connect";
  readonly app: string | null;
  /** The connected apps, the one connected first first. */
  readonly apps: readonly string[];
}

/** Whether the plan covers it, and why not. */
export type Access =
  | { readonly kind: "allowed" }
  | {
      readonly kind: "refused";
      readonly reason: "no_plan" | "calls_used" | "app_paused" | "app_limit";
      readonly message: string;
    };

const date = (moment: number) => new Date(moment).toISOString().slice(0, 10);
const number = (count: number) => count.toLocaleString("en");
const appsOf = (count: number) => `${number(count)} ${count === 1 ? "app" : "apps"}`;
const allowed: Access = { kind: "allowed" };

/** What a state gives, or null when it gives nothing. */
export function termsIn(state: PlanState): PlanTerms | null {
  switch (state.kind) {
    case "trial":
    case "active":
    case "past_due":
    case "granted":
      return state.terms;
    case "expired":
    case "ended":
      return null;
  }
}

/** The connected apps a plan no longer covers: those connected last. They stay connected, and wait. */
export function pausedApps(state: PlanState, apps: readonly string[]): readonly string[] {
  const terms = termsIn(state);
  if (!terms) return apps;
  return terms.apps === null ? [] : apps.slice(terms.apps);
}

/** What a subscription that is still there at Polar waits for; another plan is not sold meanwhile. */
const open = {
  unpaid: "The plan is not paid; it goes on once it is.",
  paused: "The plan is paused; it goes on once it is resumed.",
  refunded: "The payment for the plan was given back; it goes on when it renews.",
} as const;

function whyNone(state: PlanState): string {
  if (state.kind === "ended") {
    const why = whyOpen(state.subscription);
    return why ? open[why] : `The plan ended on ${date(state.since)}.`;
  }
  if (state.kind === "expired" && state.since !== null) return `The trial ended on ${date(state.since)}.`;
  return "There is no plan yet.";
}

function callsUsed(state: PlanState, { callsPerMonth: calls, name }: PlanTerms, count: number): Access | null {
  if (calls === null || count < calls) return null;
  const message =
    state.kind === "trial"
      ? `All ${number(calls)} calls of the trial are used.`
      : `All ${number(calls)} calls a month of the plan ${name} are used; they start anew on the first of the next month (UTC).`;
  return { kind: "refused", reason: "calls_used", message };
}

/** The one place that decides what a plan covers; `count` is what counts in the current period, calls under way included. */
export function access(state: PlanState, { what, app, apps }: Wanted, count: number): Access {
  const terms = termsIn(state);
  if (!terms) return { kind: "refused", reason: "no_plan", message: whyNone(state) };
  if (what === "call") {
    const used = callsUsed(state, terms, count);
    if (used) return used;
  }
  if (app === null || terms.apps === null) return allowed;
  const place = apps.includes(app) ? apps.indexOf(app) : apps.length;
  if (place < terms.apps) return allowed;
  return what === "connect" && !apps.includes(app)
    ? { kind: "refused", reason: "app_limit", message: `${terms.name} covers ${appsOf(terms.apps)}.` }
    : {
        kind: "refused",
        reason: "app_paused",
        message: `${terms.name} covers ${appsOf(terms.apps)}, so ${app} is paused.`,
      };
}
