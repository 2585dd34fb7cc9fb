import type { ProviderResponse, Refusal } from "@clawlink/provider-kit";
import { z } from "zod";

const Problem = z.object({ code: z.number().nullish(), message: z.string() });

/** Twilio numbers its errors (https://www.twilio.com/docs/api/errors): 20003 is a bad login, 20429 is too many. */
export function readRefusal(response: ProviderResponse): Refusal | null {
  if (response.status < 400 || response.status >= 500) return null;
  const problem = Problem.safeParse(response.body);
  if (!problem.success) return null;
  const { code, message } = problem.data;
  if (code === 20003 || response.status === 401) return { code: "needs_reauth", message };
  if (code === 20429 || response.status === 429) {
    const seconds = Number(response.headers["retry-after"]);
    return { code: "rate_limited", message, ...(seconds > 0 && { retryAfterMs: seconds * 1000 }) };
  }
  return { code: "provider_rejected", message: code ? `${message} (${code})` : message };
}
