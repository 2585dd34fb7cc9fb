import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { accountPath } from "../account-path.ts";
import { messageAddress } from "../fields.ts";
import { MessageOutput } from "../message-output.ts";
import { nextCursor, pageFields, pageQuery, readNextCursor } from "../page.ts";

export const action = defineAction({
  id: "list_messages",
  title: "List text messages",
  description: "Lists messages sent and received, newest first.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: [],
  docs: "https://www.twilio.com/docs/messaging/api/message-resource#read-multiple-message-resources",
  hints: {
    tags: ["sms", "inbox", "history", "texts", "received"],
    whenToUse: ["Someone asks what texts came in or went out, or whether one arrived."],
    followups: ["get_message", "delete_message"],
    examples: [{ title: "To one number", arguments: { to: "+15550002222", limit: 10 } }],
  },
  input: z.object({
    to: messageAddress.optional().describe("Only messages to this number."),
    from: messageAddress.optional().describe("Only messages from this number."),
    sent_on: z.iso.date().optional().describe("Only messages sent on this day (UTC), such as 2026-11-22."),
    ...pageFields,
  }),
  output: z.object({ messages: z.array(MessageOutput).describe("Messages."), next_cursor: nextCursor }),
  request: ({ to, from, sent_on, ...page }, context) => ({
    method: "GET",
    path: `${accountPath(context)}/Messages.json`,
    query: { To: to, From: from, DateSent: sent_on, ...pageQuery(page) },
  }),
  result: ({ body }) => {
    const { messages } = z.object({ messages: z.array(z.unknown()) }).parse(body);
    return { messages, next_cursor: readNextCursor(body) };
  },
});
