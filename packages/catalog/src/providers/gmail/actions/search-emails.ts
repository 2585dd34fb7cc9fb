import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { labelFilter, pageFields, pageOutput, pageQuery, query } from "../page.ts";
import { modify } from "../scopes.ts";

export const action = defineAction({
  id: "search_emails",
  title: "Search e-mails",
  description: "Finds e-mails with Gmail's search and returns their ids, newest first; read each with get_email.",
  effect: "read",
  idempotent: true,
  reversible: false,
  scopes: [modify],
  docs: "https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/list",
  hints: {
    tags: ["mail", "inbox", "find", "unread", "messages"],
    whenToUse: ["Someone asks about e-mails by sender, subject, date, label or words in them."],
    followups: ["get_email", "get_thread", "batch_modify_emails"],
    examples: [
      { title: "Unread e-mails of the last week", arguments: { query: "is:unread newer_than:7d" } },
      { title: "What one person wrote", arguments: { query: "from:ann@example.com", limit: 5 } },
    ],
  },
  input: z.object({
    query,
    labelIds: labelFilter,
    includeSpamTrash: z.boolean().default(false).describe("Also look into Spam and Trash."),
    ...pageFields(20),
  }),
  output: z.object({ messages: z.array(z.object({ id: z.string(), threadId: z.string().nullish() })), ...pageOutput }),
  request: (input) => ({
    method: "GET",
    path: "/messages",
    query: {
      q: input.query,
      labelIds: input.labelIds,
      includeSpamTrash: input.includeSpamTrash ? true : undefined,
      ...pageQuery(input),
    },
  }),
  result: (response) => Object.assign({ messages: [] }, response.body),
});
