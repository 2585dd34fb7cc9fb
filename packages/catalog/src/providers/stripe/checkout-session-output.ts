import { z } from "zod";

/** A checkout session as every checkout action shows it. */
export const CheckoutSessionOutput = z.object({
  id: z.string().describe("Id of the session (cs_…)."),
  url: z.string().nullish().describe("Link to hand to the customer; null when the session is over."),
  mode: z.string().nullish().describe("payment or subscription."),
  status: z.string().nullish().describe("open, complete or expired."),
  payment_status: z.string().nullish().describe("unpaid, paid or no_payment_required."),
  customer: z.string().nullish().describe("Id of the customer."),
  payment_intent: z.string().nullish().describe("Id of the payment, once there is one."),
  amount_total: z.number().nullish().describe("Total in the currency's minor unit: 1050 is 10.50 usd."),
  currency: z.string().nullish().describe("ISO 4217 code in lower case."),
  expires_at: z.number().nullish().describe("When the link stops working, Unix seconds."),
});
