/** Bytes as text, cut after `maxChars`; null when they are not UTF-8 text. */
export function utf8Text(bytes: Uint8Array, maxChars: number): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes).slice(0, maxChars);
  } catch {
    return null;
  }
}
