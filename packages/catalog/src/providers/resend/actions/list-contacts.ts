import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { pageFields, readPage } from "../page.ts";

export const action = defineAction({
  id: "list_contacts",
  title: "List contacts",
  description: "Lists the contacts of an audience and whether they have unsubscribed.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: [],
  docs: "https://resend.com/docs/api-reference/contacts/list-contacts",
  hints: {
    tags: ["subscribers", "mailing list", "people", "who is on"],
    whenToUse: ["Someone asks who is on a mailing list."],
    followups: ["create_contact", "delete_contact"],
    examples: [{ title: "Of one audience", arguments: { audience_id: "78261eea-8f8b-4381-83c6-79fa7120f1cf" } }],
  },
  input: z.object({ audience_id: z.guid().describe("Id of the audience, from list_audiences."), ...pageFields }),
  output: z.object({
    contacts: z
      .array(
        z.object({
          id: z.string().describe("Id of the contact."),
          email: z.string().describe("E-mail address."),
          first_name: z.string().nullish().describe("First name."),
          last_name: z.string().nullish().describe("Last name."),
          unsubscribed: z.boolean().nullish().describe("Whether they get no broadcasts any more."),
          created_at: z.string().nullish().describe("When they were added."),
        }),
      )
      .describe("Contacts."),
    next_cursor: z.string().nullable().describe("Pass as cursor for the next page; null on the last."),
  }),
  request: ({ audience_id, limit, cursor }) => ({
    method: "GET",
    path: path`/audiences/${audience_id}/contacts`,
    query: { limit, after: cursor },
  }),
  result: ({ body }) => {
    const { items, next_cursor } = readPage(body);
    return { contacts: items, next_cursor };
  },
});
