/** Base64 of UTF-8 text. */
export function encodeText(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
}

/** UTF-8 text of base64 with line breaks, as GitHub sends it; null when it is not text. */
export function decodeText(base64: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(base64.replace(/\s/g, "")), (char) => char.charCodeAt(0));
    return bytes.includes(0) ? null : new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
}
