import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { channelId, messageText, messageTs } from "../fields.ts";
import { PostedMessage } from "../message-output.ts";

export const action = defineAction({
  id: "update_message",
  title: "Change a message",
  description: "Replaces the text of a message the app has sent; others' messages cannot be changed.",
  effect: "write",
  idempotent: true,
  reversible: true,
  scopes: ["chat:write"],
  docs: "https://docs.slack.dev/reference/methods/chat.update",
  hints: {
    tags: ["edit", "correct", "typo"],
    whenToUse: ["A message sent earlier is wrong or out of date."],
    askBefore: ["Show the old and the new text."],
    followups: ["delete_message"],
    examples: [
      {
        title: "Correct a time",
        arguments: { channel: "C0123456789", ts: "1732233600.000100", text: "We meet at four." },
      },
    ],
  },
  input: z.object({ channel: channelId, ts: messageTs, text: messageText }),
  output: PostedMessage.extend({ text: z.string().nullish().describe("Text it has now.") }),
  request: (input) => ({ method: "POST", path: "/chat.update", body: { json: input } }),
  result: (response) => response.body,
});
