import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { pageFields, readPage } from "../page.ts";

export const action = defineAction({
  id: "list_audiences",
  title: "List audiences",
  description: "Lists the groups contacts are kept in; Resend now calls them segments.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: [],
  docs: "https://resend.com/docs/api-reference/audiences/list-audiences",
  hints: {
    tags: ["segments", "mailing list", "contacts"],
    whenToUse: ["You need the id of an audience to look at or change its contacts."],
    followups: ["list_contacts", "create_contact"],
    examples: [{ title: "All audiences", arguments: {} }],
  },
  input: z.object(pageFields),
  output: z.object({
    audiences: z
      .array(
        z.object({
          id: z.string().describe("Id of the audience."),
          name: z.string().describe("Its name."),
          created_at: z.string().nullish().describe("When it was made."),
        }),
      )
      .describe("Audiences."),
    next_cursor: z.string().nullable().describe("Pass as cursor for the next page; null on the last."),
  }),
  request: ({ limit, cursor }) => ({ method: "GET", path: "/audiences", query: { limit, after: cursor } }),
  result: ({ body }) => {
    const { items, next_cursor } = readPage(body);
    return { audiences: items, next_cursor };
  },
});
