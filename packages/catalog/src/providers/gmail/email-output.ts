import { z } from "zod";

/** An e-mail as agents read it. */
export const EmailOutput = z.object({
  id: z.string().describe("Gmail's id of the e-mail."),
  threadId: z.string().nullable().describe("Id of the conversation it belongs to."),
  labelIds: z.array(z.string()).describe("Labels, such as INBOX, UNREAD, STARRED or the id of an own label."),
  date: z.string().nullable().describe("When it arrived, ISO 8601 in UTC."),
  from: z.string().nullable(),
  to: z.string().nullable(),
  cc: z.string().nullable(),
  replyTo: z.string().nullable().describe("Where answers go, when not to the sender."),
  subject: z.string().nullable(),
  messageId: z.string().nullable().describe("The Message-ID header: what reply_to_thread takes as inReplyTo."),
  references: z.string().nullable().describe("The References header: what reply_to_thread takes as references."),
  snippet: z.string().nullable(),
  text: z.string().describe("The body as plain text; HTML is reduced to its text."),
  truncated: z.boolean().describe("Whether the text was longer than maxChars."),
  attachments: z.array(
    z.object({
      attachmentId: z.string().describe("What get_attachment takes."),
      filename: z.string(),
      mimeType: z.string(),
      size: z.number().describe("Bytes."),
    }),
  ),
});
export type EmailOutput = z.infer<typeof EmailOutput>;
