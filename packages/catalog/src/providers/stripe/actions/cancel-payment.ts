import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { paymentId } from "../fields.ts";
import { PaymentOutput } from "../payment-output.ts";

export const action = defineAction({
  id: "cancel_payment",
  title: "Cancel a payment",
  description: "Cancels a payment that has not succeeded yet; money held for it is let go.",
  effect: "delete",
  idempotent: true,
  reversible: false,
  scopes: [],
  docs: "https://docs.stripe.com/api/payment_intents/cancel",
  idempotencyHeader: "Idempotency-Key",
  hints: {
    tags: ["abort", "void", "payment intent"],
    whenToUse: ["A payment that was begun should not go through."],
    askBefore: ["Name amount and customer: a canceled payment cannot be taken up again."],
    followups: ["get_payment"],
    examples: [{ title: "A duplicate", arguments: { payment_id: "pi_3MtwBwLkdIwHu7ix28a3tqPa", reason: "duplicate" } }],
  },
  input: z.object({
    payment_id: paymentId,
    reason: z
      .enum(["duplicate", "fraudulent", "requested_by_customer", "abandoned"])
      .optional()
      .describe("Why, for the records."),
  }),
  output: PaymentOutput,
  request: ({ payment_id, reason }) => ({
    method: "POST",
    path: path`/v1/payment_intents/${payment_id}/cancel`,
    body: { form: { cancellation_reason: reason } },
  }),
  result: (response) => response.body,
});
