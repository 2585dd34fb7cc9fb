import type { ProviderResponse } from "./request.ts";

const decoder = new TextDecoder();

/** JSON when it is JSON, else the text; null when empty. A declared JSON body that does not parse stays text. */
function readText(text: string, contentType: string): unknown {
  if (text.trim() === "") return null;
  if (!/[/+]json\b/i.test(contentType) && !/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Turns status, headers and a whole body into what `result()` reads. */
export function decodeResponse(
  status: number,
  headers: Headers,
  bytes: Uint8Array,
  as: "json" | "text" | "bytes",
): ProviderResponse {
  const plain = Object.fromEntries(headers);
  if (as === "bytes" && status < 300) return { status, headers: plain, body: null, bytes };
  const text = decoder.decode(bytes);
  const body = as === "text" && status < 300 ? text : readText(text, headers.get("content-type") ?? "");
  return { status, headers: plain, body };
}
