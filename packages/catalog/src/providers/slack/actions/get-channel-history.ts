import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { channelId, messageTs } from "../fields.ts";
import { MessageOutput } from "../message-output.ts";
import { nextCursor, pageFields, readNextCursor } from "../page.ts";

export const action = defineAction({
  id: "get_channel_history",
  title: "Read a channel",
  description: "Returns the messages of a channel, newest first, without the replies in threads.",
  effect: "read",
  readsByPost: true,
  idempotent: true,
  reversible: true,
  scopes: ["channels:history", "groups:history", "im:history", "mpim:history"],
  docs: "https://docs.slack.dev/reference/methods/conversations.history",
  hints: {
    tags: ["messages", "read", "catch up", "what was said"],
    whenToUse: ["Someone asks what was said in a channel, or you need a message's timestamp."],
    followups: ["get_thread_replies", "reply_in_thread", "add_reaction"],
    preconditions: ["The app is in the channel."],
    examples: [{ title: "The latest ten", arguments: { channel: "C0123456789", limit: 10 } }],
  },
  input: z.object({
    channel: channelId,
    oldest: messageTs.optional().describe("Only messages after this timestamp, such as 1732233600.000000."),
    latest: messageTs.optional().describe("Only messages before this timestamp."),
    ...pageFields,
  }),
  output: z.object({
    messages: z.array(MessageOutput).describe("Messages, newest first."),
    next_cursor: nextCursor,
  }),
  request: (input) => ({ method: "POST", path: "/conversations.history", body: { form: input } }),
  result: ({ body }) => {
    const { messages } = z.object({ messages: z.array(z.unknown()) }).parse(body);
    return { messages, next_cursor: readNextCursor(body) };
  },
});
