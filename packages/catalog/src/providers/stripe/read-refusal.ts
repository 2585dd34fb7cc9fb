import type { ProviderResponse, Refusal } from "@clawlink/provider-kit";
import { z } from "zod";

const Problem = z.object({ error: z.object({ message: z.string().nullish(), code: z.string().nullish() }) });

/** How Stripe says no (https://docs.stripe.com/api/errors); a 403 names the permission a restricted key lacks. */
export function readRefusal(response: ProviderResponse): Refusal | null {
  if (response.status < 400 || response.status >= 500) return null;
  const problem = Problem.safeParse(response.body);
  if (!problem.success) return null;
  const message = problem.data.error.message ?? problem.data.error.code ?? "";
  if (response.status === 401) return { code: "needs_reauth", message };
  if (response.status === 403)
    return { code: "needs_scope_upgrade", message, missingScopes: message.match(/\brak_\w+/g) ?? [] };
  if (response.status === 429) {
    const seconds = Number(response.headers["retry-after"]);
    return { code: "rate_limited", message, ...(seconds > 0 && { retryAfterMs: seconds * 1000 }) };
  }
  return { code: "provider_rejected", message };
}
