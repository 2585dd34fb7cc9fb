import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { channelId, messageText, messageTs } from "../fields.ts";

export const action = defineAction({
  id: "schedule_message",
  title: "Schedule a message",
  description: "Has a message posted to a channel at a later time, at most 120 days ahead.",
  effect: "write",
  idempotent: false,
  reversible: false,
  scopes: ["chat:write"],
  docs: "https://docs.slack.dev/reference/methods/chat.scheduleMessage",
  hints: {
    tags: ["later", "remind", "send at", "delay"],
    whenToUse: ["Something should be said in Slack at a later time."],
    askBefore: ["Show channel, text and time with its zone."],
    examples: [
      {
        title: "On Monday morning",
        arguments: { channel: "C0123456789", text: "Good morning!", post_at: "2026-11-30T09:00:00+01:00" },
      },
    ],
  },
  input: z.object({
    channel: channelId,
    text: messageText,
    post_at: z.iso.datetime({ offset: true }).describe("When to post it, ISO 8601 with a zone."),
    thread_ts: messageTs.optional().describe("Timestamp (ts) of the message to reply to."),
  }),
  output: z.object({
    channel: z.string().describe("Id of the channel."),
    scheduled_message_id: z.string().describe("Id of the scheduled message."),
    post_at: z.coerce.number().describe("When it is posted, Unix seconds."),
  }),
  request: ({ post_at, ...message }) => ({
    method: "POST",
    path: "/chat.scheduleMessage",
    body: { json: { ...message, post_at: Math.floor(Date.parse(post_at) / 1000) } },
  }),
  result: (response) => response.body,
});
