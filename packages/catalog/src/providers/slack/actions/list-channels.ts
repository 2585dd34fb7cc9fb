import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { ChannelOutput, readChannel } from "../channel-output.ts";
import { nextCursor, pageFields, readNextCursor } from "../page.ts";

const kinds = ["public_channel", "private_channel", "mpim", "im"] as const;

export const action = defineAction({
  id: "list_channels",
  title: "List channels",
  description: "Lists channels of the workspace: every public one, and those private ones the app is in.",
  effect: "read",
  readsByPost: true,
  idempotent: true,
  reversible: true,
  scopes: ["channels:read", "groups:read"],
  docs: "https://docs.slack.dev/reference/methods/conversations.list",
  hints: {
    tags: ["conversations", "rooms", "find channel", "channel id"],
    whenToUse: ["You need a channel's id, or someone asks which channels there are."],
    followups: ["get_channel_history", "send_message", "join_channel"],
    examples: [{ title: "Public and private", arguments: { limit: 100 } }],
  },
  input: z.object({
    types: z
      .array(z.enum(kinds))
      .min(1)
      .default(["public_channel", "private_channel"])
      .describe("Which kinds; mpim are group messages, im direct messages."),
    exclude_archived: z.boolean().default(true).describe("Whether to leave out closed channels."),
    ...pageFields,
  }),
  output: z.object({ channels: z.array(ChannelOutput).describe("Channels."), next_cursor: nextCursor }),
  request: ({ types, ...rest }) => ({
    method: "POST",
    path: "/conversations.list",
    body: { form: { types: types.join(","), ...rest } },
  }),
  result: ({ body }) => {
    const { channels } = z.object({ channels: z.array(z.unknown()) }).parse(body);
    return { channels: channels.map(readChannel), next_cursor: readNextCursor(body) };
  },
});
