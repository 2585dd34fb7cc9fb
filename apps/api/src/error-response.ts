import { type AppError, errorBody } from "@clawlink/contract";

/** The response to an error outside execution: the table's status, and what to do next. */
export function errorResponse(error: AppError): Response {
  const headers = new Headers({ "content-type": "application/json" });
  if (error.code === "unauthorized") headers.set("www-authenticate", 'Bearer realm="clawlink"');
  if (error.facts.retryAfterMs !== undefined)
    headers.set("retry-after", String(Math.ceil(error.facts.retryAfterMs / 1000)));
  return new Response(JSON.stringify(errorBody(error)), { status: error.status, headers });
}
