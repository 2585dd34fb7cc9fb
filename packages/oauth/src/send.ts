import type { Http } from "./types.ts";

/** What came back: a status with at most 64 KB of text, or why nothing usable did. */
export type Sent =
  | { readonly ok: true; readonly status: number; readonly contentType: string; readonly text: string }
  | { readonly ok: false; readonly reason: "network" | "malformed"; readonly description: string };

const maxBytes = 64 * 1024;
const defaultTimeoutMs = 15_000;

/** Sends one request under the timeout, follows no redirect, and stops reading at 64 KB; it never throws. */
export async function send(request: Request, http: Http): Promise<Sent> {
  const signal = AbortSignal.timeout(http.timeoutMs ?? defaultTimeoutMs);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  // Handled even when nobody waits for it any more.
  late.catch(() => undefined);
  try {
    const response = await Promise.race([http.fetch(new Request(request, { signal })), late]);
    if (response.status === 0 || (response.status >= 300 && response.status < 400)) {
      return { ok: false, reason: "malformed", description: "The provider answered with a redirect." };
    }
    const text = await Promise.race([readCapped(response), late]);
    if (text === null) {
      return { ok: false, reason: "malformed", description: "The provider's answer is larger than 64 KB." };
    }
    return { ok: true, status: response.status, contentType: response.headers.get("content-type") ?? "", text };
  } catch {
    const description = signal.aborted
      ? "The provider did not answer in time."
      : "The provider could not be reached, or hung up before its answer was complete.";
    return { ok: false, reason: "network", description };
  }
}

async function readCapped(response: Response): Promise<string | null> {
  if (!response.body) return "";
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    size += chunk.value.byteLength;
    if (size > maxBytes) {
      await reader.cancel().catch(() => undefined);
      return null;
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
  return text + decoder.decode();
}
