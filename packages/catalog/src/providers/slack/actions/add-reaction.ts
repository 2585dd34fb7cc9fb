import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { channelId, messageTs } from "../fields.ts";

export const action = defineAction({
  id: "add_reaction",
  title: "React to a message",
  description: "Adds an emoji reaction to a message.",
  effect: "write",
  idempotent: false,
  reversible: false,
  scopes: ["reactions:write"],
  docs: "https://docs.slack.dev/reference/methods/reactions.add",
  hints: {
    tags: ["emoji", "thumbs up", "acknowledge", "like"],
    whenToUse: ["A message should be acknowledged without writing one."],
    askBefore: ["Name the message and the emoji."],
    examples: [
      {
        title: "A check mark",
        arguments: { channel: "C0123456789", ts: "1732233600.000100", emoji: "white_check_mark" },
      },
    ],
  },
  input: z.object({
    channel: channelId,
    ts: messageTs,
    emoji: z
      .string()
      .regex(/^[a-z0-9_'+-]{1,100}(::skin-tone-[2-6])?$/, "A name such as thumbsup, without colons.")
      .describe("Emoji name without colons, such as thumbsup."),
  }),
  output: z.object({ ok: z.literal(true).describe("The reaction is there.") }),
  request: ({ channel, ts, emoji }) => ({
    method: "POST",
    path: "/reactions.add",
    body: { json: { channel, timestamp: ts, name: emoji } },
  }),
  result: (response) => response.body,
});
