import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { ChannelOutput, readChannel } from "../channel-output.ts";
import { channelId } from "../fields.ts";

export const action = defineAction({
  id: "join_channel",
  title: "Join a channel",
  description: "Brings the app into a public channel, so that it can read and write there.",
  effect: "write",
  idempotent: true,
  reversible: false,
  scopes: ["channels:join"],
  docs: "https://docs.slack.dev/reference/methods/conversations.join",
  hints: {
    tags: ["enter", "add app", "not_in_channel"],
    whenToUse: ["Slack says not_in_channel about a public channel."],
    askBefore: ["Name the channel: everybody in it sees that the app has come."],
    followups: ["send_message", "get_channel_history"],
    examples: [{ title: "By id", arguments: { channel: "C0123456789" } }],
  },
  input: z.object({ channel: channelId }),
  output: ChannelOutput,
  request: (input) => ({ method: "POST", path: "/conversations.join", body: { json: input } }),
  result: ({ body }) => readChannel(z.object({ channel: z.unknown() }).parse(body).channel),
});
