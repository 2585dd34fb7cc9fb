import { z } from "zod";

/** A payment (a PaymentIntent) as every payment action shows it. */
export const PaymentOutput = z.object({
  id: z.string().describe("Id of the payment (pi_…)."),
  amount: z.number().describe("Amount in the currency's minor unit: 1050 is 10.50 usd, but 1050 jpy is 1050 yen."),
  amount_received: z.number().nullish().describe("What was collected, in the minor unit."),
  currency: z.string().describe("ISO 4217 code in lower case."),
  status: z.string().describe("requires_payment_method, requires_confirmation, processing, succeeded, canceled …"),
  customer: z.string().nullish().describe("Id of the customer."),
  description: z.string().nullish().describe("What it was for."),
  receipt_email: z.string().nullish().describe("Where the receipt goes."),
  latest_charge: z.string().nullish().describe("Id of its latest charge."),
  metadata: z.record(z.string(), z.string()).nullish().describe("Notes."),
  created: z.number().nullish().describe("When it was made, Unix seconds."),
});
