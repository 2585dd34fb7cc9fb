import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { CheckoutSessionOutput } from "../checkout-session-output.ts";
import { customerId, metadata } from "../fields.ts";

const Page = z.url({ protocol: /^https?$/ }).max(5000);

export const action = defineAction({
  id: "create_checkout_session",
  title: "Create a checkout link",
  description: "Makes a payment page for the given prices and returns its link, which works for a day.",
  effect: "write",
  idempotent: false,
  reversible: false,
  scopes: [],
  docs: "https://docs.stripe.com/api/checkout/sessions/create",
  idempotencyHeader: "Idempotency-Key",
  hints: {
    tags: ["payment link", "pay", "checkout", "buy", "charge", "collect money"],
    whenToUse: ["A customer should pay for something online."],
    askBefore: ["Confirm what is sold, how many, and the total in words."],
    followups: ["get_checkout_session"],
    preconditions: ["Prices exist: list_prices or create_price."],
    examples: [
      {
        title: "Two of one price",
        arguments: {
          line_items: [{ price: "price_1MoBy5LkdIwHu7ixZhnattbh", quantity: 2 }],
          success_url: "https://shop.example.com/thanks",
        },
      },
    ],
  },
  input: z.object({
    mode: z.enum(["payment", "subscription"]).default("payment").describe("subscription if any price is recurring."),
    line_items: z
      .array(
        z.object({
          price: z.string().min(1).max(255).describe("Id of a price, from list_prices."),
          quantity: z.int().min(1).max(999_999).default(1).describe("How many."),
        }),
      )
      .min(1)
      .max(100)
      .describe("What is bought."),
    success_url: Page.describe("Where the customer goes after paying."),
    cancel_url: Page.optional().describe("Where the customer goes when they turn back."),
    customer_id: customerId.optional(),
    metadata,
  }),
  output: CheckoutSessionOutput,
  request: ({ customer_id, ...session }) => ({
    method: "POST",
    path: "/v1/checkout/sessions",
    body: { form: { ...session, customer: customer_id } },
  }),
  result: (response) => response.body,
});
