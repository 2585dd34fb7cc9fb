import { z } from "zod";

/** One address, bare or as `Name <name@example.com>`. */
const Address = z
  .string()
  .max(320)
  .regex(/^([^<>\r\n]+<[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+)$/, "Not an e-mail address.");

/** What every e-mail is made of, alone or in a batch. */
export const emailFields = {
  from: Address.describe("Sender on a verified domain: name@example.com or Name <name@example.com>."),
  to: z.array(Address).min(1).max(50).describe("Recipients, up to 50."),
  subject: z.string().min(1).max(998).describe("Subject line."),
  text: z.string().min(1).optional().describe("Plain text body. Give text, html or both."),
  html: z.string().min(1).optional().describe("HTML body."),
  cc: z.array(Address).max(50).optional().describe("Copies."),
  bcc: z.array(Address).max(50).optional().describe("Blind copies."),
  reply_to: z.array(Address).max(50).optional().describe("Where replies go, if not to the sender."),
};

/** Whether there is something to send. */
export function hasBody(email: { readonly text?: string | undefined; readonly html?: string | undefined }): boolean {
  return email.text !== undefined || email.html !== undefined;
}

/** What to say when there is not. */
export const bodyMissing = { message: "Give text, html or both.", path: ["text"] };
