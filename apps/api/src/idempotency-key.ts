import { AppError } from "@clawlink/contract";

const longest = 255;

/** The caller's idempotency key: the `Idempotency-Key` header, else the body's. Throws `bad_request` for an empty or overlong one, or two that differ. */
export function idempotencyKey(request: Request, fromBody: string | undefined): string | undefined {
  const fromHeader = request.headers.get("idempotency-key");
  if (fromHeader === null) return fromBody;
  if (fromHeader.trim() === "" || fromHeader.length > longest)
    throw new AppError("bad_request", `An idempotency key has 1 to ${longest} characters.`, {
      invalidFields: ["Idempotency-Key"],
    });
  if (fromBody !== undefined && fromBody !== fromHeader)
    throw new AppError("bad_request", "The Idempotency-Key header and idempotencyKey differ.", {
      invalidFields: ["idempotencyKey"],
    });
  return fromHeader;
}
