import { z } from "zod";

/** Key-value notes on an object (https://docs.stripe.com/api/metadata). */
export const metadata = z
  .record(z.string().min(1).max(40), z.string().max(500))
  .optional()
  .describe("Notes to keep with it: up to 50 short keys with text values.");

/** A currency as Stripe writes it. */
export const currency = z
  .string()
  .regex(/^[a-z]{3}$/i, "Three letters, such as usd.")
  .toLowerCase()
  .describe("ISO 4217 code, such as usd or eur.");

/** A customer's id. */
export const customerId = z
  .string()
  .regex(/^cus_[\w-]{1,250}$/, "Begins with cus_.")
  .describe("Id of the customer (cus_…), from list_customers.");

/** A payment's id. */
export const paymentId = z
  .string()
  .regex(/^pi_[\w-]{1,250}$/, "Begins with pi_.")
  .describe("Id of the payment (pi_…), from list_payments.");
