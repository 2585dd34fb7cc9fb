import { decodeResponse, type EncodedRequest, type Provider, type ProviderResponse } from "@clawlink/provider-kit";
import { requestInit } from "./credential.ts";
import { urlRefusal } from "./guard-url.ts";
import type { Ports } from "./ports.ts";
import { readBody } from "./read-body.ts";
import { withoutCredential } from "./without-credential.ts";

/** The most a provider's answer may hold, in bytes. */
export const maxAnswerBytes = 25_000_000;
const maxRedirects = 3;

/** What one attempt came to. `sent: "no"` is claimed only when the request certainly never left. */
export type Attempt =
  | { readonly kind: "answered"; readonly response: ProviderResponse }
  /** `passing`: another attempt may be answered properly, as after a maintenance page. */
  | { readonly kind: "unreadable"; readonly status: number; readonly reason: string; readonly passing: boolean }
  | { readonly kind: "timeout" }
  /** The caller gave up. */
  | { readonly kind: "cancelled"; readonly sent: "no" | "maybe" }
  | { readonly kind: "network"; readonly sent: "no" | "maybe" }
  | { readonly kind: "forbidden"; readonly reason: string };

interface Sending {
  readonly request: EncodedRequest;
  readonly credential: { name: string; value: string } | null;
  readonly as: "json" | "text" | "bytes";
  readonly timeoutMs: number;
  /** Aborted when the caller gives up. */
  readonly cancelled?: AbortSignal | undefined;
}

/** Whether the network says that no connection was made, so nothing can have been sent. */
function neverSent(error: unknown): boolean {
  return /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN)\b|connection refused|DNS lookup failed|could not resolve host/i.test(
    error instanceof Error ? `${error.message} ${String(error.cause ?? "")}` : "",
  );
}

/** Whether a request may go to `url`: https, public, and one of the provider's own hosts. */
export function egressRefusal(provider: Provider, url: URL): string | null {
  return (
    urlRefusal(url) ??
    (provider.hosts.includes(url.hostname) ? null : `${url.hostname} is not a host of ${provider.name}.`)
  );
}

/** Sends one request: the only fetch to the outside. Redirects are followed by hand, checked again, and never carry the credential elsewhere. */
export async function send(
  ports: Pick<Ports, "fetch">,
  provider: Provider,
  { request, credential, as, timeoutMs, cancelled }: Sending,
): Promise<Attempt> {
  if (cancelled?.aborted) return { kind: "cancelled", sent: "no" };
  const late = AbortSignal.timeout(timeoutMs);
  const signal = cancelled ? AbortSignal.any([late, cancelled]) : late;
  let current = request;
  let header = credential;
  try {
    for (let hop = 0; ; hop += 1) {
      const refusal = egressRefusal(provider, current.url);
      if (refusal) return { kind: "forbidden", reason: refusal };
      const response = await ports.fetch(current.url, requestInit(current, header, signal));
      const location = response.headers.get("location");
      if (response.status < 300 || response.status >= 400 || !location || response.status === 304)
        return await readAnswer(response, as, credential?.value ?? null);
      await response.body?.cancel();
      if (hop >= maxRedirects || current.method !== "GET")
        return { kind: "unreadable", status: response.status, reason: "It redirected the request.", passing: false };
      const next = new URL(location, current.url);
      if (next.origin !== current.url.origin) header = null;
      current = { ...current, url: next };
    }
  } catch (error) {
    if (cancelled?.aborted) return { kind: "cancelled", sent: "maybe" };
    if (late.aborted) return { kind: "timeout" };
    return { kind: "network", sent: neverSent(error) ? "no" : "maybe" };
  }
}

async function readAnswer(
  response: Response,
  as: "json" | "text" | "bytes",
  credential: string | null,
): Promise<Attempt> {
  const bytes = await readBytes(response);
  const unreadable = (reason: string, passing: boolean): Attempt => ({
    kind: "unreadable",
    status: response.status,
    reason,
    passing,
  });
  if (!bytes) return unreadable("Its answer is over 25 MB.", false);
  const decoded = decodeResponse(response.status, response.headers, withoutCredential(bytes, credential), as);
  const unparsed = as === "json" && response.status < 300 && typeof decoded.body === "string";
  if (unparsed) return unreadable("Its answer is not JSON.", true);
  return { kind: "answered", response: decoded };
}

/** The answer's bytes, or null beyond the limit. One that tells its length is framed by it, unless it was packed. */
async function readBytes(response: Response): Promise<Uint8Array | null> {
  const told = Number(response.headers.get("content-length") ?? Number.NaN);
  const framed = told <= maxAnswerBytes && !response.headers.has("content-encoding");
  return framed ? new Uint8Array(await response.arrayBuffer()) : readBody(response.body, maxAnswerBytes);
}
