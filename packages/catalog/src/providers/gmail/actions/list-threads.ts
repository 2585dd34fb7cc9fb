import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { decodeEntities } from "../html-to-text.ts";
import { labelFilter, pageFields, pageOutput, pageQuery, query } from "../page.ts";
import { modify } from "../scopes.ts";

const Threads = z.looseObject({
  threads: z.array(z.object({ id: z.string(), snippet: z.string().nullish() })).nullish(),
});

export const action = defineAction({
  id: "list_threads",
  title: "List conversations",
  description: "Lists conversations, newest first, with the beginning of the latest e-mail of each.",
  effect: "read",
  idempotent: true,
  reversible: false,
  scopes: [modify],
  docs: "https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.threads/list",
  hints: {
    tags: ["mail", "inbox", "overview", "conversations", "unread"],
    whenToUse: ["Someone wants an overview of their inbox, or conversations rather than single e-mails."],
    followups: ["get_thread", "reply_to_thread"],
    examples: [{ title: "The newest in the inbox", arguments: { labelIds: ["INBOX"], limit: 10 } }],
  },
  input: z.object({ query, labelIds: labelFilter, ...pageFields(20) }),
  output: z.object({
    threads: z.array(
      z.object({ id: z.string(), snippet: z.string().nullish().describe("Beginning of the latest e-mail.") }),
    ),
    ...pageOutput,
  }),
  request: (input) => ({
    method: "GET",
    path: "/threads",
    query: { q: input.query, labelIds: input.labelIds, ...pageQuery(input) },
  }),
  result(response) {
    const { threads, ...page } = Threads.parse(response.body);
    const readable = (threads ?? []).map(({ id, snippet }) => ({ id, snippet: snippet && decodeEntities(snippet) }));
    return { ...page, threads: readable };
  },
});
