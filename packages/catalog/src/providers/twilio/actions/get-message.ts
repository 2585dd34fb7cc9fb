import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { accountPath } from "../account-path.ts";
import { sid } from "../fields.ts";
import { MessageOutput } from "../message-output.ts";

export const action = defineAction({
  id: "get_message",
  title: "Get a text message",
  description: "Shows one message and whether it was delivered.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: [],
  docs: "https://www.twilio.com/docs/messaging/api/message-resource#fetch-a-message-resource",
  hints: {
    tags: ["sms", "delivery status", "delivered", "failed"],
    whenToUse: ["Someone asks whether a text arrived or why it did not."],
    followups: ["delete_message"],
    examples: [{ title: "By SID", arguments: { message_sid: "SM00000000000000000000000000000001" } }],
  },
  input: z.object({ message_sid: sid("SM", "MM").describe("Id of the message, from send_sms or list_messages.") }),
  output: MessageOutput,
  request: ({ message_sid }, context) => ({
    method: "GET",
    path: accountPath(context) + path`/Messages/${message_sid}.json`,
  }),
  result: (response) => response.body,
});
