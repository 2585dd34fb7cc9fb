import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";

export const action = defineAction({
  id: "create_contact",
  title: "Add a contact",
  description: "Adds a person to an audience.",
  effect: "write",
  idempotent: false,
  reversible: true,
  scopes: [],
  docs: "https://resend.com/docs/api-reference/contacts/create-contact",
  hints: {
    tags: ["subscribe", "mailing list", "person"],
    whenToUse: ["Someone should be on a mailing list."],
    askBefore: ["Make sure the person has agreed to get these e-mails."],
    followups: ["list_contacts", "delete_contact"],
    examples: [
      {
        title: "Add a reader",
        arguments: {
          audience_id: "78261eea-8f8b-4381-83c6-79fa7120f1cf",
          email: "reader@example.org",
          first_name: "Ann",
        },
      },
    ],
  },
  input: z.object({
    audience_id: z.guid().describe("Id of the audience, from list_audiences."),
    email: z.email().max(254).describe("E-mail address."),
    first_name: z.string().max(256).optional().describe("First name."),
    last_name: z.string().max(256).optional().describe("Last name."),
    unsubscribed: z.boolean().default(false).describe("Whether to keep them from getting broadcasts."),
  }),
  output: z.object({ id: z.string().describe("Id of the contact.") }),
  request: ({ audience_id, ...contact }) => ({
    method: "POST",
    path: path`/audiences/${audience_id}/contacts`,
    body: { json: contact },
  }),
  result: (response) => response.body,
});
