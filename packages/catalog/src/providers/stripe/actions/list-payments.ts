import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { customerId } from "../fields.ts";
import { createdFields, nextCursor, pageFields, pageQuery, readPage } from "../page.ts";
import { PaymentOutput } from "../payment-output.ts";

export const action = defineAction({
  id: "list_payments",
  title: "List payments",
  description: "Lists payments (PaymentIntents), newest first, of everybody or of one customer.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: [],
  docs: "https://docs.stripe.com/api/payment_intents/list",
  hints: {
    tags: ["payment intents", "transactions", "revenue", "sales", "sold", "income", "turnover"],
    whenToUse: ["Someone asks what was paid, by whom, or which payments failed."],
    followups: ["get_payment", "list_charges", "cancel_payment"],
    examples: [{ title: "Of one customer", arguments: { customer_id: "cus_NffrFeUfNV2Hib" } }],
  },
  input: z.object({ customer_id: customerId.optional(), ...createdFields, ...pageFields }),
  output: z.object({ payments: z.array(PaymentOutput).describe("Payments."), next_cursor: nextCursor }),
  request: ({ customer_id, ...page }) => ({
    method: "GET",
    path: "/v1/payment_intents",
    query: { customer: customer_id, ...pageQuery(page) },
  }),
  result: ({ body }) => {
    const { items, next_cursor } = readPage(body);
    return { payments: items, next_cursor };
  },
});
