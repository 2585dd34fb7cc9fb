/** Base64 of bytes or of UTF-8 text (RFC 4648 section 4). */
export function encodeBase64(content: string | Uint8Array): string {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const chunks: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000)
    chunks.push(Reflect.apply(String.fromCharCode, null, bytes.subarray(at, at + 0x8000)));
  return btoa(chunks.join(""));
}

/** The URL-safe alphabet without padding (RFC 4648 section 5), as Gmail wants its messages. */
export function encodeBase64Url(content: string | Uint8Array): string {
  return encodeBase64(content).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Bytes of base64 in either alphabet; nothing when it is neither. */
export function decodeBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
