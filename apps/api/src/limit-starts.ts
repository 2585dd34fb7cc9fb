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

/** Who an address is counted as: of IPv6 its first 64 bits, since whoever has one of them has them all. */
function sender(address: string): string {
  if (!address.includes(":") || address.includes(".")) return address.replace(/^.*:/, "");
  const [head = "", tail] = address.toLowerCase().split("::");
  const groups = head === "" ? [] : head.split(":");
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(":").length;
  const all = [...groups, ...Array.from({ length: Math.max(missing, 0) }, () => "0"), ...(tail?.split(":") ?? [])];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}

async function limit(counter: RateLimit, request: Request, message: string): Promise<void> {
  const { success } = await counter.limit({ key: sender(request.headers.get("cf-connecting-ip") ?? "unknown") });
  if (!success) throw new AppError("too_many_requests", message, { retryAfterMs: 60_000 });
}
