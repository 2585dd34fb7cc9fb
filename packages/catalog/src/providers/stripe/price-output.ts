import { z } from "zod";

/** A price as every price action shows it. */
export const PriceOutput = z.object({
  id: z.string().describe("Id of the price."),
  product: z.string().nullish().describe("Id of the product."),
  nickname: z.string().nullish().describe("Name for the price, not shown to customers."),
  currency: z.string().describe("ISO 4217 code in lower case."),
  unit_amount: z.number().nullish().describe("Price of one in the currency's minor unit: 1050 is 10.50 usd."),
  type: z.string().nullish().describe("one_time or recurring."),
  recurring: z
    .object({
      interval: z.string().describe("day, week, month or year."),
      interval_count: z.number().nullish().describe("How many of them lie between two charges."),
    })
    .nullish()
    .describe("How often it is charged, if recurring."),
  active: z.boolean().nullish().describe("Whether it can be used for new purchases."),
  created: z.number().nullish().describe("When it was made, Unix seconds."),
});
