import { z } from "zod";

/** A product as every product action shows it. */
export const ProductOutput = z.object({
  id: z.string().describe("Id of the product."),
  name: z.string().describe("Name."),
  description: z.string().nullish().describe("Description."),
  active: z.boolean().nullish().describe("Whether it can be bought."),
  default_price: z.string().nullish().describe("Id of its usual price."),
  metadata: z.record(z.string(), z.string()).nullish().describe("Notes."),
  created: z.number().nullish().describe("When it was made, Unix seconds."),
});
