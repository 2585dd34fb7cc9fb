/** Text of bytes: UTF-8 when they are valid UTF-8, whatever the label says, else the labelled charset, else with gaps. */
export function decodeText(bytes: Uint8Array, charset?: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    try {
      return new TextDecoder(charset ?? "utf-8").decode(bytes);
    } catch {
      return new TextDecoder().decode(bytes);
    }
  }
}
