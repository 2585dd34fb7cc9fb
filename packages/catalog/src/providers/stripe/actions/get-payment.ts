import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { paymentId } from "../fields.ts";
import { PaymentOutput } from "../payment-output.ts";

export const action = defineAction({
  id: "get_payment",
  title: "Get a payment",
  description: "Shows one payment (PaymentIntent) and how far it has come.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: [],
  docs: "https://docs.stripe.com/api/payment_intents/retrieve",
  hints: {
    tags: ["payment intent", "status", "transaction"],
    whenToUse: ["Someone asks whether a payment went through."],
    followups: ["list_charges", "cancel_payment"],
    examples: [{ title: "By id", arguments: { payment_id: "pi_3MtwBwLkdIwHu7ix28a3tqPa" } }],
  },
  input: z.object({ payment_id: paymentId }),
  output: PaymentOutput,
  request: ({ payment_id }) => ({ method: "GET", path: path`/v1/payment_intents/${payment_id}` }),
  result: (response) => response.body,
});
