import { decodeBase64, encodeBase64 } from "../../google/base64.ts";
import { decodeText } from "./decode-text.ts";

// 39 bytes make a word of 64 characters, which fits a line of 76 behind any header name used here.
const bytesPerWord = 39;

/** Header text as RFC 2047 encoded words, folded; plain ASCII stays as it is. */
export function encodeWords(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const words: string[] = [];
  let word = "";
  for (const char of text) {
    if (new TextEncoder().encode(word + char).length > bytesPerWord) {
      words.push(word);
      word = "";
    }
    word += char;
  }
  return [...words, word].map((piece) => `=?UTF-8?B?${encodeBase64(piece)}?=`).join("\r\n ");
}

function quotedPrintable(text: string): Uint8Array {
  const bytes = text
    .replaceAll("_", " ")
    .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Uint8Array.from(bytes, (char) => char.charCodeAt(0));
}

/** Header text with its encoded words read; what is not one stays as it is. */
export function decodeWords(text: string): string {
  return text
    .replace(/(\?=)\s+(=\?)/g, "$1$2")
    .replace(/=\?([\w-]+)(?:\*\w+)?\?([BQ])\?([^?\s]*)\?=/gi, (_, charset: string, kind: string, content: string) =>
      decodeText(kind.toUpperCase() === "B" ? decodeBase64(content) : quotedPrintable(content), charset),
    );
}
