import { z } from "zod";

const Limit = z.int().positive().nullable();

const Plan = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, "lower-case letters, digits and dashes"),
  name: z.string().min(1).max(40),
  /** What it costs, in words for people: Polar knows the price. */
  price: z.string().min(1).max(60),
  productIds: z.array(z.uuid()).min(1),
  callsPerMonth: Limit,
  apps: Limit,
});

/** A plan that can be bought. */
export type Plan = z.infer<typeof Plan>;

/** What the operator sells (`BILLING_PLANS`): a trial or none, and plans. Limits of null are none. */
export const Plans = z
  .strictObject({
    trial: z.strictObject({ days: z.int().positive().max(80), calls: Limit, apps: Limit }).nullable(),
    /** How long a plan goes on after a payment failed, or a renewal was not heard of. */
    graceDays: z.int().min(0).max(30).default(7),
    plans: z.array(Plan).min(1),
  })
  .refine(({ plans }) => new Set(plans.map(({ id }) => id)).size === plans.length, "two plans have one id")
  .refine(
    ({ plans }) =>
      new Set(plans.flatMap(({ productIds }) => productIds)).size === plans.flatMap((p) => p.productIds).length,
    "two plans have one product",
  );

/** What the operator sells. */
export type Plans = z.infer<typeof Plans>;

/** The plan a product of Polar's stands for, or null. */
export function planOf({ plans }: Plans, productId: string): Plan | null {
  return plans.find(({ productIds }) => productIds.includes(productId)) ?? null;
}
