import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { composeFields, MessageId } from "../compose-fields.ts";
import { outgoing } from "../outgoing.ts";
import { idOf } from "../page.ts";
import { modify } from "../scopes.ts";
import { SentOutput } from "../sent-output.ts";
import { settleSent } from "../settle-sent.ts";

export const action = defineAction({
  id: "reply_to_thread",
  title: "Reply to an e-mail",
  description: "Sends an answer that stays in the same conversation, for the sender and for everybody else.",
  effect: "write",
  idempotent: false,
  reversible: false,
  scopes: [modify],
  docs: "https://developers.google.com/workspace/gmail/api/guides/threads",
  hints: {
    tags: ["mail", "answer", "respond", "conversation"],
    whenToUse: ["Someone wants to answer an e-mail that is there already."],
    askBefore: ["Show the answer and who gets it first: a sent e-mail cannot be called back."],
    preconditions: ["Read the e-mail with get_email: its threadId, messageId, references and subject are needed."],
    followups: ["get_thread", "modify_labels"],
    examples: [
      {
        title: "Answer yes",
        arguments: {
          threadId: "18c3f0a1b2d4e5f6",
          inReplyTo: "<lunch@example.com>",
          to: "ann@example.com",
          subject: "Re: Lunch on Thursday?",
          body: "Yes, gladly.",
        },
      },
    ],
  },
  input: z.object({
    threadId: idOf("conversation"),
    inReplyTo: MessageId.describe("messageId of the e-mail that is answered, as get_email returns it."),
    references: z
      .string()
      .max(5000)
      .regex(/^[\x20-\x7e]*$/)
      .optional()
      .describe("references of the e-mail that is answered, as get_email returns them."),
    ...composeFields,
    subject: composeFields.subject.describe("Subject of the conversation, as a rule with Re: before it."),
  }),
  output: SentOutput,
  request: (input, context) => outgoing("/messages/send", input, context),
  result: (response) => response.body,
  settle: settleSent,
});
