import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { channelId, messageTs } from "../fields.ts";
import { MessageOutput } from "../message-output.ts";
import { nextCursor, pageFields, readNextCursor } from "../page.ts";

export const action = defineAction({
  id: "get_thread_replies",
  title: "Read a thread",
  description: "Returns a message and the replies in its thread, oldest first.",
  effect: "read",
  readsByPost: true,
  idempotent: true,
  reversible: true,
  scopes: ["channels:history", "groups:history", "im:history", "mpim:history"],
  docs: "https://docs.slack.dev/reference/methods/conversations.replies",
  hints: {
    tags: ["thread", "answers", "discussion"],
    whenToUse: ["A message has replies that should be read."],
    followups: ["reply_in_thread"],
    examples: [{ title: "By timestamp", arguments: { channel: "C0123456789", ts: "1732233600.000100" } }],
  },
  input: z.object({
    channel: channelId,
    ts: messageTs.describe("Timestamp (ts) of the message that begins the thread."),
    ...pageFields,
  }),
  output: z.object({
    messages: z.array(MessageOutput).describe("The message and its replies, oldest first."),
    next_cursor: nextCursor,
  }),
  request: (input) => ({ method: "POST", path: "/conversations.replies", body: { form: input } }),
  result: ({ body }) => {
    const { messages } = z.object({ messages: z.array(z.unknown()) }).parse(body);
    return { messages, next_cursor: readNextCursor(body) };
  },
});
