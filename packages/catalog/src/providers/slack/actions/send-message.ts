import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { channelId, messageText, userId } from "../fields.ts";
import { bearing, metadataOf } from "../mark.ts";
import { PostedMessage } from "../message-output.ts";

export const action = defineAction({
  id: "send_message",
  title: "Send a message",
  description: "Posts a message to a channel, or to a person as a direct message.",
  effect: "write",
  idempotent: false,
  reversible: true,
  scopes: ["chat:write"],
  docs: "https://docs.slack.dev/reference/methods/chat.postMessage",
  hints: {
    tags: ["post", "chat", "dm", "direct message", "notify", "tell"],
    whenToUse: ["Someone wants something said in Slack."],
    askBefore: ["Show channel and text first: everybody in the channel sees it at once."],
    followups: ["update_message", "delete_message", "get_permalink", "add_reaction"],
    preconditions: ["The app is in the channel: join_channel for public ones, an invitation for private ones."],
    examples: [
      { title: "To a channel", arguments: { channel: "C0123456789", text: "The build is green again." } },
      { title: "To a person", arguments: { channel: "U0123456789", text: "Do you have a minute?" } },
    ],
  },
  input: z.object({
    channel: z.union([channelId, userId]).describe("Id of a channel (C…, G…, D…) or of a person (U…)."),
    text: messageText,
    unfurl_links: z.boolean().default(true).describe("Whether to show previews of links."),
  }),
  output: PostedMessage,
  request: (input, { mark }) => ({
    method: "POST",
    path: "/chat.postMessage",
    body: { json: { ...input, metadata: metadataOf(mark) } },
  }),
  result: (response) => response.body,
  settle: {
    // For a person Slack refuses the look-up, since the channel would be the direct message's: that stays unknown.
    request: ({ channel }) => ({
      method: "POST",
      path: "/conversations.history",
      body: { form: { channel, include_all_metadata: true, limit: 100 } },
    }),
    result: ({ body }, { channel }, { mark, account }) => bearing(mark, channel, account, body),
  },
});
