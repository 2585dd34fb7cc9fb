import { z } from "zod";

/** A customer as every customer action shows it. */
export const CustomerOutput = z.object({
  id: z.string().describe("Id of the customer (cus_…)."),
  email: z.string().nullish().describe("E-mail address."),
  name: z.string().nullish().describe("Name."),
  phone: z.string().nullish().describe("Phone number."),
  description: z.string().nullish().describe("Note on the customer."),
  balance: z.number().nullish().describe("What they owe (positive) or have as credit (negative), in minor units."),
  currency: z.string().nullish().describe("Currency of the balance."),
  delinquent: z.boolean().nullish().describe("Whether their latest charge is overdue."),
  metadata: z.record(z.string(), z.string()).nullish().describe("Notes."),
  created: z.number().nullish().describe("When they were added, Unix seconds."),
});
