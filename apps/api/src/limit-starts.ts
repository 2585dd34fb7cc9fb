import { AppError } from "@clawlink/contract";
import type { Bindings } from "./environment.ts";

/** Counts a session started without any key against its sender's address. Throws `too_many_requests`. */
export async function limitStarts(bindings: Bindings, request: Request): Promise<void> {
  await limit(bindings.SESSION_STARTS, request, "Too many sessions were started from this address.");
}

/** Counts a request to the OAuth token endpoint against its sender's address. Throws `too_many_requests`. */
export async function limitTokenRequests(bindings: Bindings, request: Request): Promise<void> {
  await limit(bindings.TOKEN_REQUESTS, request, "Too many token requests came from this address.");
}

async function limit(counter: RateLimit, request: Request, message: string): Promise<void> {
  const { success } = await counter.limit({ key: request.headers.get("cf-connecting-ip") ?? "unknown" });
  if (!success) throw new AppError("too_many_requests", message, { retryAfterMs: 60_000 });
}
