import type { ProviderResponse } from "@clawlink/provider-kit";
import { z } from "zod";
import { encodeBase64 } from "../../google/base64.ts";
import { utf8Text } from "../../google/utf8-text.ts";

/** A file's content as agents read it. */
export const ContentOutput = z.object({
  mimeType: z.string().nullable(),
  size: z.number().describe("Bytes."),
  text: z.string().nullable().describe("The content as text when it is UTF-8, cut after maxChars."),
  truncated: z.boolean().describe("Whether the text was longer than maxChars."),
  dataBase64: z.string().nullable().describe("The content in standard base64, when it is not text."),
});

/** Text where it is text, base64 where it is not: never both, since files are large. */
export function readContent({ bytes = new Uint8Array(), headers }: ProviderResponse, maxChars: number) {
  const text = utf8Text(bytes, Number.POSITIVE_INFINITY);
  return {
    mimeType: headers["content-type"] ?? null,
    size: bytes.length,
    text: text?.slice(0, maxChars) ?? null,
    truncated: text !== null && text.length > maxChars,
    dataBase64: text === null ? encodeBase64(bytes) : null,
  };
}

export const maxChars = z.int().min(100).max(500_000).default(50_000).describe("Cut text after so many characters.");
