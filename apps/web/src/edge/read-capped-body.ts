/** The most a browser may send to a page or a browser-session endpoint, in bytes. */
export const bodyLimit = 1024 * 1024;

/** The whole body, or "too_large" as soon as it passes `bodyLimit`; null when there is none. */
export async function readCappedBody(request: Request): Promise<Uint8Array<ArrayBuffer> | null | "too_large"> {
  if (Number(request.headers.get("content-length") ?? 0) > bodyLimit) return "too_large";
  if (!request.body) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.length;
    if (size > bodyLimit) return "too_large";
    chunks.push(chunk);
  }
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
