import { type AppError, errorTable } from "@clawlink/contract";

/** What this server says of itself where OAuth has a name for it (RFC 6749 sections 4.1.2.1 and 5.2). */
const codes: Readonly<Record<string, string>> = {
  bad_request: "invalid_request",
  payload_too_large: "invalid_request",
  too_many_requests: "temporarily_unavailable",
};

/** A refusal as OAuth clients read it: `error` is a code there, and the words are `error_description`. */
export function oauthError(status: number, error: string, description: string, headers: HeadersInit = {}): Response {
  const body = { error, error_description: description };
  return Response.json(body, { status, headers: { "cache-control": "no-store", ...headers } });
}

/** A failure of ours, told as OAuth tells it. */
export function oauthFailure({ code, status, message, facts }: AppError): Response {
  const seconds = facts.retryAfterMs === undefined ? null : Math.ceil(facts.retryAfterMs / 1_000);
  const headers: HeadersInit = seconds === null ? {} : { "retry-after": String(seconds) };
  return oauthError(status, codes[code] ?? "server_error", message, headers);
}

/** A refused registration (RFC 7591 section 3.2.2). */
export function registrationError(error: string, description: string): Response {
  return oauthError(errorTable.bad_request.status, error, description);
}
