import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { channelId, messageText, messageTs } from "../fields.ts";
import { bearing, metadataOf } from "../mark.ts";
import { PostedMessage } from "../message-output.ts";

/** Replies come oldest first: with more of them than one page holds, the last ones are not there. */
const Whole = z.object({ has_more: z.literal(false).nullish() });

export const action = defineAction({
  id: "reply_in_thread",
  title: "Reply in a thread",
  description: "Answers a message in its thread, and in the channel too if asked.",
  effect: "write",
  idempotent: false,
  reversible: true,
  scopes: ["chat:write"],
  docs: "https://docs.slack.dev/reference/methods/chat.postMessage",
  hints: {
    tags: ["answer", "thread", "respond", "comment"],
    whenToUse: ["A certain message should be answered."],
    askBefore: ["Show the text and the message it answers."],
    followups: ["get_thread_replies", "update_message", "delete_message"],
    examples: [
      {
        title: "Answer a question",
        arguments: { channel: "C0123456789", thread_ts: "1732233600.000100", text: "At three." },
      },
    ],
  },
  input: z.object({
    channel: channelId,
    thread_ts: messageTs.describe("Timestamp (ts) of the message that begins the thread."),
    text: messageText,
    reply_broadcast: z.boolean().default(false).describe("Whether the reply also appears in the channel."),
  }),
  output: PostedMessage,
  request: (input, { mark }) => ({
    method: "POST",
    path: "/chat.postMessage",
    body: { json: { ...input, metadata: metadataOf(mark) } },
  }),
  result: (response) => response.body,
  settle: {
    request: ({ channel, thread_ts }) => ({
      method: "POST",
      path: "/conversations.replies",
      body: { form: { channel, ts: thread_ts, include_all_metadata: true, limit: 999 } },
    }),
    result: ({ body }, { channel }, { mark, account }) => {
      const found = bearing(mark, channel, account, body);
      if (!found) Whole.parse(body);
      return found;
    },
  },
});
