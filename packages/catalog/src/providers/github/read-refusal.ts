import type { ProviderResponse, Refusal } from "@clawlink/provider-kit";
import { z } from "zod";

const Body = z.object({ message: z.string() });

const list = (header: string | undefined) =>
  (header ?? "")
    .split(",")
    .map((scope) => scope.trim())
    .filter(Boolean);

function retryAfter(header: string | undefined): { retryAfterMs?: number } {
  return header !== undefined && /^\d+$/.test(header) ? { retryAfterMs: Number(header) * 1000 } : {};
}

/**
 * GitHub says with 403 that a primary limit (nothing remaining) or a secondary one (in words) is reached, and names in headers
 * which scopes the endpoint takes and which the token has.
 */
export function readRefusal({ status, headers, body }: ProviderResponse): Refusal | null {
  if (status !== 403 && status !== 429) return null;
  const message = Body.safeParse(body).data?.message;
  const text = message === undefined ? {} : { message };
  const limited =
    status === 429 || headers["x-ratelimit-remaining"] === "0" || /rate limit|abuse detection/i.test(message ?? "");
  if (limited) return { code: "rate_limited", ...text, ...retryAfter(headers["retry-after"]) };
  const accepted = list(headers["x-accepted-oauth-scopes"]);
  const granted = list(headers["x-oauth-scopes"]);
  if (accepted.length > 0 && !accepted.some((scope) => granted.includes(scope)))
    return { code: "needs_scope_upgrade", ...text, missingScopes: accepted };
  return { code: "provider_rejected", ...text };
}
