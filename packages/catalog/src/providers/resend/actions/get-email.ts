import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";

export const action = defineAction({
  id: "get_email",
  title: "Get an e-mail",
  description: "Shows a sent or scheduled e-mail and what has happened to it.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: [],
  docs: "https://resend.com/docs/api-reference/emails/retrieve-email",
  hints: {
    tags: ["delivery status", "bounced", "delivered", "opened"],
    whenToUse: ["Someone asks whether an e-mail arrived, or what it said."],
    followups: ["cancel_email"],
    examples: [{ title: "By id", arguments: { email_id: "49a3999c-0ce1-4ea6-ab68-afcd6dc2e794" } }],
  },
  input: z.object({ email_id: z.guid().describe("Id of the e-mail, from send_email or list_emails.") }),
  output: z.object({
    id: z.string().describe("Id of the e-mail."),
    from: z.string().describe("Sender."),
    to: z.array(z.string()).describe("Recipients."),
    cc: z.array(z.string()).nullish().describe("Copies."),
    bcc: z.array(z.string()).nullish().describe("Blind copies."),
    reply_to: z.array(z.string()).nullish().describe("Where replies go."),
    subject: z.string().nullish().describe("Subject line."),
    text: z.string().nullish().describe("Plain text body."),
    html: z.string().nullish().describe("HTML body."),
    last_event: z.string().nullish().describe("Latest event: scheduled, sent, delivered, bounced, opened …"),
    created_at: z.string().nullish().describe("When it was handed to Resend."),
    scheduled_at: z.string().nullish().describe("When it is to be sent, if scheduled."),
  }),
  request: ({ email_id }) => ({ method: "GET", path: path`/emails/${email_id}` }),
  result: (response) => response.body,
});
