import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { CheckoutSessionOutput } from "../checkout-session-output.ts";

export const action = defineAction({
  id: "get_checkout_session",
  title: "Get a checkout session",
  description: "Shows whether a checkout link was paid, is still open, or has run out.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: [],
  docs: "https://docs.stripe.com/api/checkout/sessions/retrieve",
  hints: {
    tags: ["payment link", "paid yet", "checkout status"],
    whenToUse: ["Someone asks whether a checkout link has been paid."],
    followups: ["get_payment"],
    examples: [{ title: "By id", arguments: { session_id: "cs_test_a11YYufWQzNY63zpQ6QSNRQhkUpVph4WRmzW0zWJO2zn" } }],
  },
  input: z.object({
    session_id: z
      .string()
      .regex(/^cs_[\w-]{1,250}$/, "Begins with cs_.")
      .describe("Id of the session (cs_…), from create_checkout_session."),
  }),
  output: CheckoutSessionOutput,
  request: ({ session_id }) => ({ method: "GET", path: path`/v1/checkout/sessions/${session_id}` }),
  result: (response) => response.body,
});
