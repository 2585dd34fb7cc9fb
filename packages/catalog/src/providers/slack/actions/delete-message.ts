import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { channelId, messageTs } from "../fields.ts";
import { PostedMessage } from "../message-output.ts";

export const action = defineAction({
  id: "delete_message",
  title: "Delete a message",
  description: "Deletes a message the app has sent; others' messages cannot be deleted.",
  effect: "delete",
  idempotent: true,
  reversible: false,
  scopes: ["chat:write"],
  docs: "https://docs.slack.dev/reference/methods/chat.delete",
  hints: {
    tags: ["remove", "take back", "unsend"],
    whenToUse: ["A message sent earlier should not be there."],
    askBefore: ["Show the message: it cannot be brought back."],
    examples: [{ title: "By timestamp", arguments: { channel: "C0123456789", ts: "1732233600.000100" } }],
  },
  input: z.object({ channel: channelId, ts: messageTs }),
  output: PostedMessage,
  request: (input) => ({ method: "POST", path: "/chat.delete", body: { json: input } }),
  result: (response) => response.body,
});
