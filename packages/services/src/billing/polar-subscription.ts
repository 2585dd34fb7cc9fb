import { subscriptionStatuses } from "@clawlink/db";
import { z } from "zod";

const Moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const Nullable = Moment.nullable();

/** What is kept of a subscription of Polar's (API version 2026-10); the rest of it is not looked at. */
const Subscription = z.object({
  id: z.string().min(1).max(64),
  created_at: Moment,
  modified_at: Nullable,
  status: z.enum(subscriptionStatuses),
  current_period_start: Moment,
  current_period_end: Moment,
  cancel_at_period_end: z.boolean(),
  pause_at_period_end: z.boolean().default(false),
  resumes_at: Nullable.default(null),
  started_at: Nullable,
  ends_at: Nullable,
  ended_at: Nullable,
  past_due_at: Nullable.optional(),
  customer_id: z.string().min(1).max(64),
  product_id: z.string().min(1).max(64),
  checkout_id: z.string().max(64).nullable(),
  /** Left out where an order carries the subscription. */
  pending_update: z
    .object({
      applies_at: Moment,
      product_id: z.string().min(1).max(64).nullable(),
      created_at: Nullable.optional(),
      modified_at: Nullable.optional(),
    })
    .nullish(),
  metadata: z.record(z.string(), z.unknown()),
});

const Customer = z.object({ external_id: z.string().nullish(), email: z.string().nullish() });

/** A subscription with its customer, as events and lists carry it. */
export const PolarSubscription = Subscription.extend({ customer: Customer });
export type PolarSubscription = z.infer<typeof PolarSubscription>;

/** What is kept of an order; of a subscription's, the subscription comes without its customer. */
export const PolarOrder = z.object({
  created_at: Moment,
  status: z.string(),
  billing_reason: z.string(),
  customer: Customer,
  subscription: Subscription.nullable(),
});
export type PolarOrder = z.infer<typeof PolarOrder>;

/** The name under which a checkout carries the person's id, beside the customer's `external_id`. */
export const userIdField = "clawlink_user_id";

/** Whose subscription it is: who began the checkout, else who the customer is; null when it is nobody of ours. */
export function ownerOf({ metadata, customer }: Pick<PolarSubscription, "metadata" | "customer">): string | null {
  const begunBy = metadata[userIdField];
  return typeof begunBy === "string" && begunBy !== "" ? begunBy : (customer.external_id ?? null);
}

/** When Polar last changed a subscription; a change that waits for the next period is kept apart there, with moments of its own. */
export function changedAt({
  created_at,
  modified_at,
  pending_update: pending,
}: Pick<PolarSubscription, "created_at" | "modified_at" | "pending_update">): Date {
  const moments = [created_at, modified_at, pending?.created_at, pending?.modified_at];
  return new Date(Math.max(...moments.map((moment) => moment?.getTime() ?? 0)));
}

/** Reasons of an order that pay for a whole period: giving one of these back ends it. */
const periodReasons = new Set(["subscription_create", "subscription_cycle"]);

/** Whether an order paid for a period and was given back in full. */
export function endsItsPeriod({ status, billing_reason }: PolarOrder): boolean {
  return status === "refunded" && periodReasons.has(billing_reason);
}
