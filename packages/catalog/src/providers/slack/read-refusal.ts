import type { ProviderResponse, Refusal } from "@clawlink/provider-kit";
import { z } from "zod";

const Problem = z.object({
  ok: z.literal(false),
  error: z.string().default("unknown_error"),
  needed: z.string().optional(),
  response_metadata: z.object({ messages: z.array(z.string()).optional() }).optional(),
});

const signedOut = new Set(["invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive"]);
const unwell = new Set(["internal_error", "fatal_error", "service_unavailable", "request_timeout"]);

/** Slack answers 200 whatever happened; the body says whether it was `ok` (https://docs.slack.dev/apis/web-api). */
export function readRefusal(response: ProviderResponse): Refusal | null {
  const problem = Problem.safeParse(response.body);
  if (!problem.success) return null;
  const { error, needed = "", response_metadata } = problem.data;
  const message = [error, ...(response_metadata?.messages ?? [])].join(": ");
  if (signedOut.has(error)) return { code: "needs_reauth", message };
  if (error === "missing_scope") {
    const missingScopes = needed.split(",").flatMap((choice) => choice.trim().split("|")[0] || []);
    return { code: "needs_scope_upgrade", message, missingScopes };
  }
  if (error === "ratelimited") {
    const seconds = Number(response.headers["retry-after"]);
    return { code: "rate_limited", message, ...(seconds > 0 && { retryAfterMs: seconds * 1000 }) };
  }
  return { code: unwell.has(error) ? "provider_unavailable" : "provider_rejected", message };
}
