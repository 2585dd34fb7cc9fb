import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { accountPath } from "../account-path.ts";
import { sid } from "../fields.ts";
import { formBody } from "../form-body.ts";
import { MessageOutput } from "../message-output.ts";

export const action = defineAction({
  id: "cancel_message",
  title: "Cancel a scheduled message",
  description: "Stops a scheduled message from being sent.",
  effect: "delete",
  idempotent: true,
  reversible: false,
  scopes: [],
  docs: "https://www.twilio.com/docs/messaging/features/message-scheduling#cancel-a-scheduled-message",
  hints: {
    tags: ["unschedule", "stop", "sms"],
    whenToUse: ["A scheduled text should not go out after all."],
    askBefore: ["Name the recipient and the text: a canceled message has to be written anew."],
    followups: ["get_message"],
    examples: [{ title: "By SID", arguments: { message_sid: "SM00000000000000000000000000000001" } }],
  },
  input: z.object({ message_sid: sid("SM", "MM").describe("Id of the scheduled message.") }),
  output: MessageOutput,
  request: ({ message_sid }, context) => ({
    method: "POST",
    path: accountPath(context) + path`/Messages/${message_sid}.json`,
    body: formBody({ Status: "canceled" }),
  }),
  result: (response) => response.body,
});
