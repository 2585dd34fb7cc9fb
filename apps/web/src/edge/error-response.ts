import { AppError, errorBody } from "@clawlink/contract";

/** An error as JSON, its status by the error table. */
export function errorResponse(error: AppError): Response {
  const headers = new Headers({ "cache-control": "no-store" });
  if (error.facts.retryAfterMs) headers.set("retry-after", String(Math.ceil(error.facts.retryAfterMs / 1000)));
  return Response.json(errorBody(error), { status: error.status, headers });
}

/** Any thrown thing as JSON: what is not an `AppError` is logged and answered as `internal_error`. */
export function faultResponse(error: unknown): Response {
  if (error instanceof AppError) return errorResponse(error);
  console.error("unexpected", error);
  return errorResponse(new AppError("internal_error", "Something went wrong on our side."));
}
