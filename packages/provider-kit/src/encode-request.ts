import { headerValue, UnsafeInput } from "./path.ts";
import type { Provider } from "./provider.ts";
import type { Part, ProviderRequest, QueryValue, RequestBody } from "./request.ts";

/** A request as it goes over the wire, but for its credentials. */
export interface EncodedRequest {
  readonly method: ProviderRequest["method"];
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
}

function appendQuery(url: URL, query: Readonly<Record<string, QueryValue>>): void {
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    for (const item of Array.isArray(value) ? value : [value]) url.searchParams.append(name, String(item));
  }
}

/** `{a: {b: 1}, c: [2]}` as `a[b]=1&c[0]=2`, leaving out undefined and null. */
function encodeForm(fields: Readonly<Record<string, unknown>>): string {
  const form = new URLSearchParams();
  const visit = (name: string, value: unknown): void => {
    if (value === undefined || value === null) return;
    if (typeof value !== "object") form.append(name, String(value));
    else for (const [key, item] of Object.entries(value)) visit(`${name}[${key}]`, item);
  };
  for (const [name, value] of Object.entries(fields)) visit(name, value);
  return form.toString();
}

function encodePart(part: Part): Uint8Array[] {
  const quote = (text: string) => headerValue(text).replaceAll('"', "%22");
  const disposition = part.name
    ? `Content-Disposition: form-data; name="${quote(part.name)}"${part.filename ? `; filename="${quote(part.filename)}"` : ""}\r\n`
    : "";
  const head = `${disposition}Content-Type: ${headerValue(part.contentType)}\r\n\r\n`;
  const content = typeof part.content === "string" ? new TextEncoder().encode(part.content) : part.content;
  return [new TextEncoder().encode(head), content];
}

function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

function includes(haystack: Uint8Array, needle: Uint8Array): boolean {
  const first = needle[0] ?? 0;
  for (let at = haystack.indexOf(first); at !== -1; at = haystack.indexOf(first, at + 1)) {
    if (needle.every((byte, index) => haystack[at + index] === byte)) return true;
  }
  return false;
}

/** A boundary that no part contains (RFC 2046 section 5.1.1), found by counting, so that preview and execute agree. */
function chooseBoundary(parts: readonly Uint8Array[]): string {
  for (let number = 0; ; number += 1) {
    const boundary = `clawlink-part-${number}`;
    const bytes = new TextEncoder().encode(boundary);
    if (!parts.some((part) => includes(part, bytes))) return boundary;
  }
}

function encodeBody(body: RequestBody): { contentType: string; content: string | Uint8Array } {
  if ("json" in body) return { contentType: "application/json", content: JSON.stringify(body.json) };
  if ("form" in body) return { contentType: "application/x-www-form-urlencoded", content: encodeForm(body.form) };
  if ("content" in body) return { contentType: headerValue(body.contentType), content: body.content };
  const parts = body.multipart.map((part) => concatenate(encodePart(part)));
  const boundary = chooseBoundary(parts);
  const text = (value: string) => new TextEncoder().encode(value);
  const content = concatenate([
    ...parts.flatMap((part) => [text(`--${boundary}\r\n`), part, text("\r\n")]),
    text(`--${boundary}--\r\n`),
  ]);
  return { contentType: `multipart/${body.subtype}; boundary=${boundary}`, content };
}

function urlOf(baseUrl: string, path: string): URL {
  if (/^https:\/\//.test(path) && URL.canParse(path)) return new URL(path);
  if (!path.startsWith("/")) throw new UnsafeInput("A path begins with a slash; anything else could change the host.");
  return new URL(baseUrl + path);
}

/** fetch() sends header values as Latin-1 and throws beyond it, so only visible ASCII goes. */
function checkHeader(name: string, value: string): void {
  if (!/^[A-Za-z0-9-]+$/.test(name)) throw new UnsafeInput("A header name holds letters, digits and dashes.");
  if (!/^[\t\x20-\x7e]*$/.test(value)) throw new UnsafeInput(`The header ${name} holds what a header cannot.`);
}

/** Turns a provider's request into a URL, headers and body; the same input always gives the same bytes. */
export function encodeRequest(
  provider: Pick<Provider, "baseUrl" | "headers">,
  request: ProviderRequest,
): EncodedRequest {
  const url = urlOf(provider.baseUrl, request.path);
  appendQuery(url, request.query ?? {});
  const headers: Record<string, string> = { accept: "application/json", "user-agent": "ClawLink/1" };
  const encoded = request.body ? encodeBody(request.body) : null;
  if (encoded) headers["content-type"] = encoded.contentType;
  for (const [name, value] of [...Object.entries(provider.headers ?? {}), ...Object.entries(request.headers ?? {})]) {
    checkHeader(name, value);
    headers[name.toLowerCase()] = value;
  }
  return { method: request.method, url, headers, body: encoded?.content ?? null };
}
