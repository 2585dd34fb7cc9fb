import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { CustomerOutput } from "../customer-output.ts";
import { metadata } from "../fields.ts";

export const action = defineAction({
  id: "create_customer",
  title: "Create a customer",
  description: "Adds a customer. Stripe does not mind two with the same e-mail address, so look first.",
  effect: "write",
  idempotent: false,
  reversible: true,
  scopes: [],
  docs: "https://docs.stripe.com/api/customers/create",
  idempotencyHeader: "Idempotency-Key",
  hints: {
    tags: ["new customer", "buyer", "client"],
    whenToUse: ["A person or company that list_customers does not find should be billed."],
    askBefore: ["Confirm name and e-mail address."],
    followups: ["create_checkout_session", "delete_customer"],
    examples: [{ title: "With an address", arguments: { email: "ann@example.com", name: "Ann Example" } }],
  },
  input: z.object({
    email: z.email().max(512).optional().describe("E-mail address."),
    name: z.string().min(1).max(256).optional().describe("Name of the person or company."),
    phone: z.string().min(1).max(20).optional().describe("Phone number."),
    description: z.string().min(1).max(5000).optional().describe("Note on the customer, not shown to them."),
    metadata,
  }),
  output: CustomerOutput,
  request: (input) => ({ method: "POST", path: "/v1/customers", body: { form: input } }),
  result: (response) => response.body,
});
