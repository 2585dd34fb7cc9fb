import { z } from "zod";
import { Timestamp } from "./scalars.ts";

const Limit = z.int().nonnegative().nullable();

const PlanTerms = z.object({ name: z.string(), callsPerMonth: Limit, apps: Limit });

/** Where somebody stands with their plan. Limits of null are none. */
export const BillingStatus = z.object({
  /** `granted`: limits of their own, given by the operator. `expired`: the trial is over and nothing was bought. */
  state: z.enum(["trial", "expired", "active", "past_due", "ended", "granted"]),
  plan: PlanTerms.nullable().describe("What is covered now; null when nothing is."),
  planId: z.string().nullable().describe("Which of the plans on offer it is; null when it is none of them."),
  changesTo: z
    .object({ planId: z.string(), name: z.string(), at: Timestamp })
    .nullable()
    .describe("Set when it changes to another plan at the end of the period."),
  trialEndsAt: Timestamp.nullable(),
  renewsAt: Timestamp.nullable(),
  pausesAt: Timestamp.nullable().describe("Set when a plan pauses at the end of the period instead of renewing."),
  resumesAt: Timestamp.nullable().describe("When a plan that is paused, or will be, goes on by itself."),
  endsAt: Timestamp.nullable().describe("Set when a plan was cancelled and goes on until then, or has ended."),
  graceEndsAt: Timestamp.nullable().describe("Set when a payment failed: until then everything goes on."),
  calls: z.object({
    used: z.int().nonnegative(),
    limit: Limit,
    warning: z.enum(["near", "reached"]).nullable().describe("From 80 % and from 100 % on."),
    resetsAt: Timestamp.nullable().describe("The next calendar month (UTC); null in a trial."),
  }),
  apps: z.object({ connected: z.array(z.string()), limit: Limit, paused: z.array(z.string()) }),
  liveSubscriptions: z.int().nonnegative().describe("More than one is a mistake: the best counts."),
  unsettled: z
    .enum(["unpaid", "paused", "refunded"])
    .nullable()
    .describe("Why a subscription that gives nothing may yet be charged; no other is sold until that is settled."),
  hasInvoices: z.boolean(),
  checkoutIds: z.array(z.string()).describe("Checkouts whose payment has arrived."),
});
export type BillingStatus = z.infer<typeof BillingStatus>;

/** A plan on offer. */
export const PlanOffer = PlanTerms.extend({ id: z.string(), price: z.string() });
export type PlanOffer = z.infer<typeof PlanOffer>;

export const BillingAnswer = z.object({ billing: BillingStatus, plans: z.array(PlanOffer), upgradeUrl: z.url() });
export const CheckoutStart = z.object({ plan: z.string().max(40) });
/** Where the browser goes next: a page of the billing provider's. */
export const BillingPage = z.object({ url: z.url() });
