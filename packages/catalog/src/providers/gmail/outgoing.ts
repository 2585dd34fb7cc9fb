import type { FileField, ProviderRequest, RequestContext } from "@clawlink/provider-kit";
import { encodeBase64Url } from "../../google/base64.ts";
import { compose, type Draft } from "./compose.ts";
import { messageIdOf } from "./message-id.ts";

interface Written extends Omit<Draft, "file" | "messageId"> {
  readonly attachment?: FileField | undefined;
  readonly threadId?: string | undefined;
}

// Gmail takes a message inside JSON up to 5 MB of request; larger ones go through its upload address as they are.
const largestInJson = 3_000_000;
const upload = "https://gmail.googleapis.com/upload/gmail/v1/users/me";

/** The request that files a written e-mail: sent, or as a draft. */
export function outgoing(to: "/messages/send" | "/drafts", input: Written, context: RequestContext): ProviderRequest {
  const messageId = messageIdOf(context.mark);
  const text = compose({ ...input, messageId, file: input.attachment && context.file("attachment") });
  if (text.length > largestInJson) {
    const body = { content: text, contentType: "message/rfc822" };
    return { method: "POST", path: upload + to, query: { uploadType: "media" }, body };
  }
  const message = { threadId: input.threadId, raw: encodeBase64Url(text) };
  return { method: "POST", path: to, body: { json: to === "/drafts" ? { message } : message } };
}
