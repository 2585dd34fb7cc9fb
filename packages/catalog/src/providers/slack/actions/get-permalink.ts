import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { channelId, messageTs } from "../fields.ts";

export const action = defineAction({
  id: "get_permalink",
  title: "Get a link to a message",
  description: "Returns a link that opens a message in Slack.",
  effect: "read",
  readsByPost: true,
  idempotent: true,
  reversible: true,
  scopes: [],
  docs: "https://docs.slack.dev/reference/methods/chat.getPermalink",
  hints: {
    tags: ["url", "permalink", "share"],
    whenToUse: ["Someone should be pointed to a message."],
    examples: [{ title: "By timestamp", arguments: { channel: "C0123456789", ts: "1732233600.000100" } }],
  },
  input: z.object({ channel: channelId, ts: messageTs }),
  output: z.object({ permalink: z.string().describe("Link to the message.") }),
  request: ({ channel, ts }) => ({
    method: "POST",
    path: "/chat.getPermalink",
    body: { form: { channel, message_ts: ts } },
  }),
  result: (response) => response.body,
});
