import { AppError } from "@clawlink/contract";
import { DEFAULT_MAX_REQUEST_BODY_SIZE, isJsonContentType, readRequestBody } from "@modelcontextprotocol/server";

/** A request as the SDK takes it: with its message where that could be read, else as it came, so that the SDK says what is wrong. */
export interface Posted {
  readonly request: Request;
  readonly message?: unknown;
}

/** Reads the message of a POST, once. */
export async function readMessage(request: Request): Promise<Posted> {
  const { url, method, headers } = request;
  if (method !== "POST" || !isJsonContentType(headers.get("content-type"))) return { request };
  const read = await readRequestBody(request).catch(() => {
    throw new AppError("bad_request", "The body could not be read.");
  });
  if (read.tooLarge) {
    const declared = new Headers(headers);
    declared.set("content-length", String(DEFAULT_MAX_REQUEST_BODY_SIZE + 1));
    return { request: new Request(url, { method, headers: declared }) };
  }
  try {
    return { request, message: JSON.parse(read.text) };
  } catch {
    return { request: new Request(url, { method, headers, body: read.text }) };
  }
}
