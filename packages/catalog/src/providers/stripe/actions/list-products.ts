import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { createdFields, nextCursor, pageFields, pageQuery, readPage } from "../page.ts";
import { ProductOutput } from "../product-output.ts";

export const action = defineAction({
  id: "list_products",
  title: "List products",
  description: "Lists what is for sale, newest first.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: [],
  docs: "https://docs.stripe.com/api/products/list",
  hints: {
    tags: ["catalogue", "offers", "plans", "goods", "sell", "for sale"],
    whenToUse: ["Someone asks what is sold, or you need a product's id."],
    followups: ["list_prices", "create_price"],
    examples: [{ title: "What can be bought now", arguments: { active: true } }],
  },
  input: z.object({
    active: z.boolean().optional().describe("true: only what can be bought; false: only what no longer can."),
    ...createdFields,
    ...pageFields,
  }),
  output: z.object({ products: z.array(ProductOutput).describe("Products."), next_cursor: nextCursor }),
  request: ({ active, ...page }) => ({
    method: "GET",
    path: "/v1/products",
    query: { active, ...pageQuery(page) },
  }),
  result: ({ body }) => {
    const { items, next_cursor } = readPage(body);
    return { products: items, next_cursor };
  },
});
