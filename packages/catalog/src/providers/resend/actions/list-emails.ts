import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { pageFields, readPage } from "../page.ts";

export const action = defineAction({
  id: "list_emails",
  title: "List sent e-mails",
  description: "Lists e-mails that were sent or scheduled, without their bodies.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: [],
  docs: "https://resend.com/docs/api-reference/emails/list-emails",
  hints: {
    tags: ["sent mail", "outbox", "history", "delivery"],
    whenToUse: ["Someone asks what was sent lately, or you need the id of an e-mail."],
    followups: ["get_email", "cancel_email"],
    examples: [{ title: "The latest ten", arguments: { limit: 10 } }],
  },
  input: z.object(pageFields),
  output: z.object({
    emails: z
      .array(
        z.object({
          id: z.string().describe("Id of the e-mail."),
          from: z.string().nullish().describe("Sender."),
          to: z.array(z.string()).nullish().describe("Recipients."),
          subject: z.string().nullish().describe("Subject line."),
          last_event: z.string().nullish().describe("Latest event: scheduled, sent, delivered, bounced …"),
          created_at: z.string().nullish().describe("When it was handed to Resend."),
          scheduled_at: z.string().nullish().describe("When it is to be sent, if scheduled."),
        }),
      )
      .describe("E-mails."),
    next_cursor: z.string().nullable().describe("Pass as cursor for the next page; null on the last."),
  }),
  request: ({ limit, cursor }) => ({ method: "GET", path: "/emails", query: { limit, after: cursor } }),
  result: ({ body }) => {
    const { items, next_cursor } = readPage(body);
    return { emails: items, next_cursor };
  },
});
