import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { ChannelOutput, readChannel } from "../channel-output.ts";

export const action = defineAction({
  id: "create_channel",
  title: "Create a channel",
  description: "Makes a new public or private channel with the app as its first member.",
  effect: "write",
  idempotent: false,
  reversible: false,
  scopes: ["channels:manage", "groups:write"],
  docs: "https://docs.slack.dev/reference/methods/conversations.create",
  hints: {
    tags: ["new channel", "room", "group"],
    whenToUse: ["A topic needs a channel of its own."],
    askBefore: ["Confirm the name and whether it is private: that cannot be switched back from private."],
    followups: ["invite_to_channel", "send_message"],
    examples: [{ title: "A public channel", arguments: { name: "release-party" } }],
  },
  input: z.object({
    name: z
      .string()
      .regex(/^(?=.*[a-z0-9])[a-z0-9_-]{1,80}$/, "Up to 80 small letters, digits, - and _.")
      .describe("Name without #: small letters, digits, - and _."),
    is_private: z.boolean().default(false).describe("Whether only invited people see it."),
  }),
  output: ChannelOutput,
  request: (input) => ({ method: "POST", path: "/conversations.create", body: { json: input } }),
  result: ({ body }) => readChannel(z.object({ channel: z.unknown() }).parse(body).channel),
});
