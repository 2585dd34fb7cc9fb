import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { customerId } from "../fields.ts";

export const action = defineAction({
  id: "delete_customer",
  title: "Delete a customer",
  description: "Deletes a customer for good and ends their subscriptions at once; past payments stay.",
  effect: "delete",
  idempotent: true,
  reversible: false,
  scopes: [],
  docs: "https://docs.stripe.com/api/customers/delete",
  hints: {
    tags: ["remove customer", "erase"],
    whenToUse: ["A customer was added by mistake or asked to be forgotten."],
    askBefore: ["Name the customer and say that their subscriptions end and that it cannot be undone."],
    examples: [{ title: "By id", arguments: { customer_id: "cus_NffrFeUfNV2Hib" } }],
  },
  input: z.object({ customer_id: customerId }),
  output: z.object({
    id: z.string().describe("Id of the customer."),
    deleted: z.boolean().describe("Whether they are gone."),
  }),
  request: ({ customer_id }) => ({ method: "DELETE", path: path`/v1/customers/${customer_id}` }),
  result: (response) => response.body,
});
