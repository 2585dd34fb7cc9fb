import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { accountPath } from "../account-path.ts";
import { sid } from "../fields.ts";

export const action = defineAction({
  id: "delete_message",
  title: "Delete a text message",
  description: "Deletes a message from the account's history for good; the recipient keeps theirs.",
  effect: "delete",
  idempotent: true,
  reversible: false,
  scopes: [],
  docs: "https://www.twilio.com/docs/messaging/api/message-resource#delete-a-message-resource",
  hints: {
    tags: ["erase", "remove", "sms", "privacy"],
    whenToUse: ["A message should not stay in Twilio's records."],
    askBefore: ["Name the message and say that it cannot be brought back."],
    examples: [{ title: "By SID", arguments: { message_sid: "SM00000000000000000000000000000001" } }],
  },
  input: z.object({ message_sid: sid("SM", "MM").describe("Id of the message, from list_messages.") }),
  output: z.object({
    sid: z.string().describe("Id of the message."),
    deleted: z.literal(true).describe("It is gone."),
  }),
  request: ({ message_sid }, context) => ({
    method: "DELETE",
    path: accountPath(context) + path`/Messages/${message_sid}.json`,
  }),
  result: (_response, { message_sid }) => ({ sid: message_sid, deleted: true }),
});
