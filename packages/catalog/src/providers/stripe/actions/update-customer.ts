import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { CustomerOutput } from "../customer-output.ts";
import { customerId, metadata } from "../fields.ts";

export const action = defineAction({
  id: "update_customer",
  title: "Update a customer",
  description: "Changes the given fields of a customer and leaves the others as they are.",
  effect: "write",
  idempotent: true,
  reversible: true,
  scopes: [],
  docs: "https://docs.stripe.com/api/customers/update",
  idempotencyHeader: "Idempotency-Key",
  hints: {
    tags: ["change", "edit", "rename", "correct address"],
    whenToUse: ["A customer's name, address or notes are wrong."],
    askBefore: ["Show the old and the new values."],
    followups: ["get_customer"],
    examples: [{ title: "New address", arguments: { customer_id: "cus_NffrFeUfNV2Hib", email: "ann@example.org" } }],
  },
  input: z
    .object({
      customer_id: customerId,
      email: z.email().max(512).optional().describe("New e-mail address."),
      name: z.string().min(1).max(256).optional().describe("New name."),
      phone: z.string().min(1).max(20).optional().describe("New phone number."),
      description: z.string().min(1).max(5000).optional().describe("New note."),
      metadata,
    })
    .refine((input) => Object.values(input).filter((value) => value !== undefined).length > 1, {
      message: "Give at least one field to change.",
    }),
  output: CustomerOutput,
  request: ({ customer_id, ...changes }) => ({
    method: "POST",
    path: path`/v1/customers/${customer_id}`,
    body: { form: changes },
  }),
  result: (response) => response.body,
});
