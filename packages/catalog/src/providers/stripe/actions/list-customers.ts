import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { CustomerOutput } from "../customer-output.ts";
import { createdFields, nextCursor, pageFields, pageQuery, readPage } from "../page.ts";

export const action = defineAction({
  id: "list_customers",
  title: "List customers",
  description: "Lists customers, newest first, or finds those with a given e-mail address.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: [],
  docs: "https://docs.stripe.com/api/customers/list",
  hints: {
    tags: ["find customer", "search", "buyer", "client"],
    whenToUse: ["You need a customer's id, or someone asks who the customers are."],
    followups: ["get_customer", "list_payments"],
    examples: [
      { title: "By e-mail address", arguments: { email: "ann@example.com" } },
      { title: "New since May", arguments: { created_after: "2026-05-01T00:00:00Z", limit: 20 } },
    ],
  },
  input: z.object({
    email: z.email().max(512).optional().describe("Only customers with exactly this address, case included."),
    ...createdFields,
    ...pageFields,
  }),
  output: z.object({ customers: z.array(CustomerOutput).describe("Customers."), next_cursor: nextCursor }),
  request: ({ email, ...page }) => ({
    method: "GET",
    path: "/v1/customers",
    query: { email, ...pageQuery(page) },
  }),
  result: ({ body }) => {
    const { items, next_cursor } = readPage(body);
    return { customers: items, next_cursor };
  },
});
