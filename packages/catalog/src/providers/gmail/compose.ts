import { type FileContent, headerValue } from "@clawlink/provider-kit";
import { encodeBase64 } from "../../google/base64.ts";
import { encodeAddresses } from "./address.ts";
import { encodeWords } from "./encoded-words.ts";

/** An e-mail to be written; Gmail adds From and Date. */
export interface Draft {
  readonly to: string | readonly string[];
  readonly cc?: string | readonly string[] | undefined;
  readonly bcc?: string | readonly string[] | undefined;
  readonly subject: string;
  readonly body: string;
  readonly html?: string | undefined;
  readonly messageId?: string | undefined;
  readonly inReplyTo?: string | undefined;
  readonly references?: string | undefined;
  readonly file?: FileContent | undefined;
}

/** A header on its line; text a header cannot hold throws before it is encoded. */
const line = (name: string, value: string | undefined, encode = headerValue): string[] =>
  value === undefined ? [] : [`${name}: ${encode(headerValue(value))}`];

const addresses = (name: string, list: Draft["to"] | undefined): string[] =>
  list === undefined ? [] : [`${name}: ${encodeAddresses(list)}`];

function wrapped(content: string | Uint8Array): string {
  const whole = encodeBase64(content);
  const lines: string[] = [];
  for (let at = 0; at < whole.length; at += 76) lines.push(whole.slice(at, at + 76));
  return lines.join("\r\n");
}

// "_" is not in the base64 alphabet and every part is base64, so no part can hold a boundary.
function multipart(kind: "alternative" | "mixed", parts: readonly string[]): string {
  const boundary = `=_clawlink_${kind}`;
  const inner = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join("");
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${inner}--${boundary}--`;
}

function text(subtype: "plain" | "html", content: string): string {
  const head = `Content-Type: text/${subtype}; charset=UTF-8\r\nContent-Transfer-Encoding: base64`;
  return `${head}\r\n\r\n${wrapped(content.replace(/\r?\n/g, "\r\n"))}`;
}

/** RFC 2231 for the name as it is, and an ASCII stand-in for readers that do not know it. */
function attached({ name, mimetype, bytes }: FileContent): string {
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(mimetype) ? mimetype : "application/octet-stream";
  const plain = headerValue(name).replace(/[^\x20-\x7e]|["\\]/g, "_");
  const exact = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16)}`,
  );
  const head = `Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n`;
  return `${head}Content-Disposition: attachment; filename="${plain}"; filename*=UTF-8''${exact}\r\n\r\n${wrapped(bytes)}`;
}

const bracketed = (id: string | undefined) => (id === undefined ? undefined : `<${id.replace(/^<|>$/g, "")}>`);

/** The e-mail as RFC 5322 text, all ASCII. Throws `UnsafeInput` on line breaks in headers. */
export function compose(draft: Draft): string {
  const inReplyTo = bracketed(draft.inReplyTo);
  const headers = [
    ...addresses("To", draft.to),
    ...addresses("Cc", draft.cc),
    ...addresses("Bcc", draft.bcc),
    ...line("Subject", draft.subject, encodeWords),
    ...line("Message-ID", bracketed(draft.messageId)),
    ...line("In-Reply-To", inReplyTo),
    ...line("References", inReplyTo && [draft.references, inReplyTo].filter(Boolean).join(" ")),
    "MIME-Version: 1.0",
  ];
  const plain = text("plain", draft.body);
  const body = draft.html === undefined ? plain : multipart("alternative", [plain, text("html", draft.html)]);
  const whole = draft.file ? multipart("mixed", [body, attached(draft.file)]) : body;
  return `${headers.join("\r\n")}\r\n${whole}\r\n`;
}
