import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { decodeBase64, encodeBase64 } from "../../../google/base64.ts";
import { utf8Text } from "../../../google/utf8-text.ts";
import { idOf } from "../page.ts";
import { modify } from "../scopes.ts";

const Attachment = z.object({ size: z.number().nullish(), data: z.string() });

export const action = defineAction({
  id: "get_attachment",
  title: "Get an attachment",
  description: "Downloads one attachment of an e-mail as base64, and as text where it is text.",
  effect: "read",
  idempotent: true,
  reversible: false,
  scopes: [modify],
  docs: "https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages.attachments/get",
  answersWhole: true,
  hints: {
    tags: ["mail", "file", "download", "document"],
    whenToUse: ["What is attached to an e-mail is needed."],
    preconditions: ["Read the e-mail with get_email: it lists its attachments with their ids."],
    followups: ["get_email"],
    examples: [{ title: "Download", arguments: { messageId: "18c3f0a1b2d4e5f6", attachmentId: "ANGjdJ8w" } }],
  },
  input: z.object({ messageId: idOf("e-mail"), attachmentId: idOf("attachment, as get_email lists it") }),
  output: z.object({
    size: z.number().describe("Bytes."),
    dataBase64: z.string().describe("The content, standard base64."),
    text: z.string().nullable().describe("The content as text when it is UTF-8, cut after 20,000 characters."),
  }),
  request: (input) => ({ method: "GET", path: path`/messages/${input.messageId}/attachments/${input.attachmentId}` }),
  result(response) {
    const bytes = decodeBase64(Attachment.parse(response.body).data);
    return { size: bytes.length, dataBase64: encodeBase64(bytes), text: utf8Text(bytes, 20_000) };
  },
});
