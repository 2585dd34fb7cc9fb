import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { customerId, paymentId } from "../fields.ts";
import { createdFields, nextCursor, pageFields, pageQuery, readPage } from "../page.ts";

export const action = defineAction({
  id: "list_charges",
  title: "List charges",
  description: "Lists charges, the attempts to move money, newest first, with refunds and receipts.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: [],
  docs: "https://docs.stripe.com/api/charges/list",
  hints: {
    tags: ["transactions", "receipts", "refunded", "declined"],
    whenToUse: ["Someone asks for a receipt, why a payment failed, or what was refunded."],
    followups: ["get_payment"],
    examples: [{ title: "Of one payment", arguments: { payment_id: "pi_3MtwBwLkdIwHu7ix28a3tqPa" } }],
  },
  input: z.object({
    customer_id: customerId.optional(),
    payment_id: paymentId.optional(),
    ...createdFields,
    ...pageFields,
  }),
  output: z.object({
    charges: z
      .array(
        z.object({
          id: z.string().describe("Id of the charge (ch_… or py_…)."),
          amount: z.number().describe("Amount in the currency's minor unit: 1050 is 10.50 usd."),
          amount_refunded: z.number().nullish().describe("What was refunded of it, in the minor unit."),
          currency: z.string().describe("ISO 4217 code in lower case."),
          status: z.string().describe("succeeded, pending or failed."),
          customer: z.string().nullish().describe("Id of the customer."),
          payment_intent: z.string().nullish().describe("Id of the payment."),
          description: z.string().nullish().describe("What it was for."),
          failure_message: z.string().nullish().describe("Why it failed."),
          receipt_url: z.string().nullish().describe("Link to the receipt."),
          created: z.number().nullish().describe("When it was made, Unix seconds."),
        }),
      )
      .describe("Charges."),
    next_cursor: nextCursor,
  }),
  request: ({ customer_id, payment_id, ...page }) => ({
    method: "GET",
    path: "/v1/charges",
    query: { customer: customer_id, payment_intent: payment_id, ...pageQuery(page) },
  }),
  result: ({ body }) => {
    const { items, next_cursor } = readPage(body);
    return { charges: items, next_cursor };
  },
});
