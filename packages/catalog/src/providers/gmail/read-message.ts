import { decodeBase64 } from "../../google/base64.ts";
import { decodeText } from "./decode-text.ts";
import type { EmailOutput } from "./email-output.ts";
import { decodeWords } from "./encoded-words.ts";
import { decodeEntities, htmlToText } from "./html-to-text.ts";
import { headerOf, type Message, type Part } from "./message.ts";

/** Every part of a message, outermost first. */
function* walk(part: Part | null | undefined): Generator<Part> {
  if (!part) return;
  yield part;
  for (const child of part.parts ?? []) yield* walk(child);
}

function textOf(part: Part): string {
  const charset = /charset="?([\w-]+)/i.exec(headerOf(part, "content-type") ?? "")?.[1];
  return decodeText(decodeBase64(part.body?.data ?? ""), charset);
}

/** The first text/plain part that is no attachment, else the first text/html as text. */
function bodyText(parts: readonly Part[]): string {
  const inline = parts.filter((part) => !part.filename && part.body?.data);
  const plain = inline.find((part) => part.mimeType === "text/plain");
  if (plain) return textOf(plain).replaceAll("\r\n", "\n").trim();
  const html = inline.find((part) => part.mimeType === "text/html");
  return html ? htmlToText(textOf(html)) : "";
}

function attachmentsOf(parts: readonly Part[]): EmailOutput["attachments"] {
  return parts.flatMap(({ body, filename, mimeType }) =>
    body?.attachmentId && filename
      ? [
          {
            attachmentId: body.attachmentId,
            filename: decodeWords(filename),
            mimeType: mimeType ?? "application/octet-stream",
            size: body.size ?? 0,
          },
        ]
      : [],
  );
}

/** Reduces Gmail's message to what an agent reads, with at most `maxChars` of its text. */
export function readMessage(message: Message, maxChars: number): EmailOutput {
  const parts = [...walk(message.payload)];
  const text = bodyText(parts);
  const header = (name: string) => {
    const value = headerOf(message.payload, name);
    return value === null ? null : decodeWords(value);
  };
  const arrived = Number(message.internalDate ?? Number.NaN);
  return {
    id: message.id,
    threadId: message.threadId ?? null,
    labelIds: message.labelIds ?? [],
    date: Number.isFinite(arrived) ? new Date(arrived).toISOString() : null,
    from: header("From"),
    to: header("To"),
    cc: header("Cc"),
    replyTo: header("Reply-To"),
    subject: header("Subject"),
    messageId: header("Message-ID"),
    references: header("References"),
    snippet: message.snippet ? decodeEntities(message.snippet) : null,
    text: text.slice(0, maxChars),
    truncated: text.length > maxChars,
    attachments: attachmentsOf(parts),
  };
}
