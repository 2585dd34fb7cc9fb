import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { currency } from "../fields.ts";
import { PriceOutput } from "../price-output.ts";

export const action = defineAction({
  id: "create_price",
  title: "Create a price",
  description: "Gives a product a price, paid once or at regular intervals. The amount cannot be changed later.",
  effect: "write",
  idempotent: false,
  reversible: false,
  scopes: [],
  docs: "https://docs.stripe.com/api/prices/create",
  idempotencyHeader: "Idempotency-Key",
  hints: {
    tags: ["cost", "plan", "subscription price", "amount"],
    whenToUse: ["A product needs a price before it can be bought."],
    askBefore: ["Say the amount in words with its currency, such as 20.00 USD a month."],
    followups: ["create_checkout_session"],
    examples: [
      {
        title: "20.00 USD a month",
        arguments: { product_id: "prod_NWjs8kKbJWmuuc", currency: "usd", unit_amount: 2000, interval: "month" },
      },
    ],
  },
  input: z.object({
    product_id: z.string().min(1).max(255).describe("Id of the product, from list_products."),
    currency,
    unit_amount: z
      .int()
      .min(0)
      .max(99_999_999)
      .describe(
        "Price of one in the currency's minor unit: 1050 is 10.50 usd, but 1050 jpy is 1050 yen, which has no cents.",
      ),
    interval: z
      .enum(["day", "week", "month", "year"])
      .optional()
      .describe("How often it is charged; once if left out."),
    nickname: z.string().min(1).max(200).optional().describe("Name for the price, not shown to customers."),
  }),
  output: PriceOutput,
  request: ({ product_id, interval, ...price }) => ({
    method: "POST",
    path: "/v1/prices",
    body: { form: { product: product_id, ...price, recurring: interval && { interval } } },
  }),
  result: (response) => response.body,
});
