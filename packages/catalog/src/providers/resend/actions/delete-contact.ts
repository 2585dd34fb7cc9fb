import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";

export const action = defineAction({
  id: "delete_contact",
  title: "Delete a contact",
  description: "Removes a person from an audience.",
  effect: "delete",
  idempotent: true,
  reversible: true,
  scopes: [],
  docs: "https://resend.com/docs/api-reference/contacts/delete-contact",
  hints: {
    tags: ["unsubscribe", "remove", "mailing list"],
    whenToUse: ["Someone should no longer be on a mailing list."],
    askBefore: ["Name the contact and the audience."],
    followups: ["list_contacts"],
    examples: [
      {
        title: "By id",
        arguments: {
          audience_id: "78261eea-8f8b-4381-83c6-79fa7120f1cf",
          contact_id: "520784e2-887d-4c25-b53c-4ad46ad38100",
        },
      },
    ],
  },
  input: z.object({
    audience_id: z.guid().describe("Id of the audience, from list_audiences."),
    contact_id: z.guid().describe("Id of the contact, from list_contacts."),
  }),
  output: z.object({ deleted: z.boolean().describe("Whether the contact is gone.") }),
  request: ({ audience_id, contact_id }) => ({
    method: "DELETE",
    path: path`/audiences/${audience_id}/contacts/${contact_id}`,
  }),
  result: (response) => response.body,
});
