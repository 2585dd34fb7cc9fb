import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { metadata } from "../fields.ts";
import { ProductOutput } from "../product-output.ts";

export const action = defineAction({
  id: "create_product",
  title: "Create a product",
  description: "Adds something to sell; it needs a price before anybody can buy it.",
  effect: "write",
  idempotent: false,
  reversible: false,
  scopes: [],
  docs: "https://docs.stripe.com/api/products/create",
  idempotencyHeader: "Idempotency-Key",
  hints: {
    tags: ["new product", "offer", "plan", "service"],
    whenToUse: ["Something new should be sold that list_products does not show."],
    askBefore: ["Confirm name and description: customers see both."],
    followups: ["create_price"],
    examples: [{ title: "A course", arguments: { name: "Pottery course", description: "Six evenings." } }],
  },
  input: z.object({
    name: z.string().min(1).max(250).describe("Name, shown to customers."),
    description: z.string().min(1).max(5000).optional().describe("Description, shown to customers."),
    metadata,
  }),
  output: ProductOutput,
  request: (input) => ({ method: "POST", path: "/v1/products", body: { form: input } }),
  result: (response) => response.body,
});
