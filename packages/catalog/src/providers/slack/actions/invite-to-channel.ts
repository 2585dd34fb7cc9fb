import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { ChannelOutput, readChannel } from "../channel-output.ts";
import { channelId, userId } from "../fields.ts";

export const action = defineAction({
  id: "invite_to_channel",
  title: "Invite people to a channel",
  description: "Adds people to a channel the app is in; they are told at once.",
  effect: "write",
  idempotent: false,
  reversible: false,
  scopes: ["channels:manage", "groups:write"],
  docs: "https://docs.slack.dev/reference/methods/conversations.invite",
  hints: {
    tags: ["add people", "members", "invite"],
    whenToUse: ["Someone should be in a channel."],
    askBefore: ["Name the people and the channel: they see all its earlier messages."],
    followups: ["send_message"],
    preconditions: ["The app is in the channel."],
    examples: [{ title: "Two people", arguments: { channel: "C0123456789", users: ["U0123456789", "U0987654321"] } }],
  },
  input: z.object({
    channel: channelId,
    users: z.array(userId).min(1).max(100).describe("Ids of the people (U…), from list_users or find_user_by_email."),
  }),
  output: ChannelOutput,
  request: ({ channel, users }) => ({
    method: "POST",
    path: "/conversations.invite",
    body: { json: { channel, users: users.join(",") } },
  }),
  result: ({ body }) => readChannel(z.object({ channel: z.unknown() }).parse(body).channel),
});
