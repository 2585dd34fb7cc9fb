import { AppError } from "@clawlink/contract";
import type { Bindings } from "./environment.ts";

/** Counts a session started without any key against its sender's address. Throws `too_many_requests`. */
export async function limitStarts(bindings: Bindings, request: Request): Promise<void> {
  const { success } = await bindings.SESSION_STARTS.limit({
    key: request.headers.get("cf-connecting-ip") ?? "unknown",
  });
  if (!success)
    throw new AppError("too_many_requests", "Too many sessions were started from this address.", {
      retryAfterMs: 60_000,
    });
}
