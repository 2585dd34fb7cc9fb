import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { nextCursor, pageFields, pageQuery, readPage } from "../page.ts";
import { PriceOutput } from "../price-output.ts";

export const action = defineAction({
  id: "list_prices",
  title: "List prices",
  description: "Lists prices, newest first, of every product or of one.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: [],
  docs: "https://docs.stripe.com/api/prices/list",
  hints: {
    tags: ["cost", "plans", "how much"],
    whenToUse: ["Someone asks what something costs, or you need a price's id for a checkout."],
    followups: ["create_checkout_session"],
    examples: [{ title: "Of one product", arguments: { product_id: "prod_NWjs8kKbJWmuuc", active: true } }],
  },
  input: z.object({
    product_id: z.string().min(1).max(255).optional().describe("Only prices of this product, from list_products."),
    active: z.boolean().optional().describe("true: only prices in use; false: only those no longer in use."),
    ...pageFields,
  }),
  output: z.object({ prices: z.array(PriceOutput).describe("Prices."), next_cursor: nextCursor }),
  request: ({ product_id, active, ...page }) => ({
    method: "GET",
    path: "/v1/prices",
    query: { product: product_id, active, ...pageQuery(page) },
  }),
  result: ({ body }) => {
    const { items, next_cursor } = readPage(body);
    return { prices: items, next_cursor };
  },
});
