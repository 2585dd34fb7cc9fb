import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { CustomerOutput } from "../customer-output.ts";
import { customerId } from "../fields.ts";

export const action = defineAction({
  id: "get_customer",
  title: "Get a customer",
  description: "Shows one customer by id.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: [],
  docs: "https://docs.stripe.com/api/customers/retrieve",
  hints: {
    tags: ["buyer", "client", "contact details"],
    whenToUse: ["You have a customer's id and need their details or balance."],
    followups: ["update_customer", "list_payments"],
    examples: [{ title: "By id", arguments: { customer_id: "cus_NffrFeUfNV2Hib" } }],
  },
  input: z.object({ customer_id: customerId }),
  output: CustomerOutput.extend({ deleted: z.boolean().nullish().describe("Whether the customer was deleted.") }),
  request: ({ customer_id }) => ({ method: "GET", path: path`/v1/customers/${customer_id}` }),
  result: (response) => response.body,
});
