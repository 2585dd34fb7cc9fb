import { FileField } from "@clawlink/provider-kit";
import { z } from "zod";
import { recipients } from "./address.ts";

const oneLine = /^[^\r\n\0]*$/;

/** What every written e-mail has. */
export const composeFields = {
  to: recipients("Who gets it: an address, Name <address>, or a list of them."),
  cc: recipients("Who gets a copy.").optional(),
  bcc: recipients("Who gets a copy that the others do not see.").optional(),
  subject: z.string().max(900).regex(oneLine, "Must be one line.").describe("Subject line."),
  body: z.string().min(1).max(500_000).describe("Body as plain text."),
  html: z.string().min(1).max(500_000).optional().describe("The same body as HTML, for readers that show it."),
  attachment: FileField.optional().describe("One file to attach, 25 MB at the most."),
};

/** A Message-ID, with or without its angle brackets. */
export const MessageId = z
  .string()
  .trim()
  .max(900)
  .regex(/^<?[\x21-\x3b\x3d\x3f-\x7e]+>?$/, "Must be a Message-ID such as <id@example.com>.");
