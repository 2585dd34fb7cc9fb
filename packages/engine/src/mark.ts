import { sha256Hex } from "@clawlink/contract";
import type { EncodedRequest } from "@clawlink/provider-kit";
import type { FoundTool } from "./ports.ts";

/**
 * The mark an execution leaves; a read leaves none. `of` is its idempotency key, or else its id: so it is the same for a repeated call with
 * the same key, and finds what the first one made.
 */
export async function leaveMark(found: FoundTool, accountId: string, of: string): Promise<string> {
  if (found.action.effect === "read") return "";
  return (await sha256Hex(`${accountId} ${of}`)).slice(0, 32);
}

/** The request with an idempotency key, where the provider takes one: the mark, so that two people's keys cannot meet at one provider account. */
export function keyed(header: string | undefined, mark: string, request: EncodedRequest): EncodedRequest {
  if (header === undefined) return request;
  return { ...request, headers: { ...request.headers, [header.toLowerCase()]: mark } };
}
