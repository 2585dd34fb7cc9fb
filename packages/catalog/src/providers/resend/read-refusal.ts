import type { ProviderResponse, Refusal } from "@clawlink/provider-kit";
import { z } from "zod";

const Problem = z.object({ name: z.string(), message: z.string() });

/** Resend names its errors, and the name says more than the status (https://resend.com/docs/api-reference/errors). */
export function readRefusal(response: ProviderResponse): Refusal | null {
  if (response.status < 400 || response.status >= 500) return null;
  const problem = Problem.safeParse(response.body);
  if (!problem.success) return null;
  const { name, message } = problem.data;
  if (name === "restricted_api_key") return { code: "needs_scope_upgrade", message };
  if (response.status === 401 || name === "invalid_api_key" || message === "API key is invalid")
    return { code: "needs_reauth", message };
  if (name === "rate_limit_exceeded") {
    const seconds = Number(response.headers["retry-after"]);
    return { code: "rate_limited", message, ...(seconds > 0 && { retryAfterMs: seconds * 1000 }) };
  }
  return { code: "provider_rejected", message };
}
