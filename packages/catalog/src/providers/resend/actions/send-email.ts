import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { bodyMissing, emailFields, hasBody } from "../email-fields.ts";

export const action = defineAction({
  id: "send_email",
  title: "Send an e-mail",
  description: "Sends one e-mail from a verified domain, now or at a later time.",
  effect: "write",
  idempotent: false,
  reversible: false,
  scopes: [],
  docs: "https://resend.com/docs/api-reference/emails/send-email",
  idempotencyHeader: "Idempotency-Key",
  hints: {
    tags: ["mail", "message", "notify", "transactional", "schedule", "scheduled", "later"],
    whenToUse: ["Someone wants an e-mail sent from their own domain through Resend."],
    askBefore: ["Show sender, recipients, subject and body first: a sent e-mail cannot be taken back."],
    followups: ["get_email", "cancel_email"],
    examples: [
      {
        title: "A plain text note",
        arguments: {
          from: "Team <team@example.com>",
          to: ["reader@example.org"],
          subject: "Meeting moved",
          text: "We meet at three.",
        },
      },
    ],
  },
  input: z
    .object({
      ...emailFields,
      scheduled_at: z.iso
        .datetime({ offset: true })
        .optional()
        .describe("When to send, ISO 8601 with a zone, at most 30 days ahead. Now when left out."),
      tags: z
        .array(
          z.object({
            name: z
              .string()
              .regex(/^[\w-]{1,256}$/)
              .describe("Tag name: letters, digits, _ and -."),
            value: z
              .string()
              .regex(/^[\w-]{1,256}$/)
              .describe("Tag value: letters, digits, _ and -."),
          }),
        )
        .max(75)
        .optional()
        .describe("Labels to find the e-mail by in Resend."),
    })
    .refine(hasBody, bodyMissing),
  output: z.object({ id: z.string().describe("Id of the e-mail.") }),
  request: (input) => ({ method: "POST", path: "/emails", body: { json: input } }),
  result: (response) => response.body,
});
