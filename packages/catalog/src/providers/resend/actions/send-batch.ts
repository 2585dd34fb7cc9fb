import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { bodyMissing, emailFields, hasBody } from "../email-fields.ts";

export const action = defineAction({
  id: "send_batch",
  title: "Send a batch of e-mails",
  description: "Sends up to 100 different e-mails in one call; either all are accepted or none.",
  effect: "write",
  idempotent: false,
  reversible: false,
  scopes: [],
  docs: "https://resend.com/docs/api-reference/emails/send-batch-emails",
  idempotencyHeader: "Idempotency-Key",
  hints: {
    tags: ["mail", "bulk", "many", "newsletter"],
    whenToUse: ["Several people each get an e-mail of their own."],
    askBefore: ["Say how many e-mails go out and show one of them: sent e-mails cannot be taken back."],
    followups: ["get_email"],
    examples: [
      {
        title: "Two reminders",
        arguments: {
          emails: [
            { from: "team@example.com", to: ["ann@example.org"], subject: "Reminder", text: "Tomorrow at nine." },
            { from: "team@example.com", to: ["bob@example.org"], subject: "Reminder", text: "Tomorrow at ten." },
          ],
        },
      },
    ],
  },
  input: z.object({
    emails: z.array(z.object(emailFields).refine(hasBody, bodyMissing)).min(1).max(100).describe("The e-mails."),
  }),
  output: z.object({
    data: z.array(z.object({ id: z.string().describe("Id of an e-mail, in the order given.") })).describe("One each."),
  }),
  request: ({ emails }) => ({ method: "POST", path: "/emails/batch", body: { json: emails } }),
  result: (response) => response.body,
});
