import type { ProviderResponse, Refusal } from "@clawlink/provider-kit";
import { z } from "zod";

const Reason = z.object({ reason: z.string().nullish() });
const ErrorBody = z.object({
  error: z.object({
    message: z.string().nullish(),
    errors: z.array(Reason).nullish(),
    details: z.array(Reason).nullish(),
  }),
});

const tooFast = new Set(
  "rateLimitExceeded userRateLimitExceeded quotaExceeded dailyLimitExceeded sharingRateLimitExceeded RATE_LIMIT_EXCEEDED".split(
    " ",
  ),
);
const scopeMissing = new Set(["insufficientPermissions", "insufficientScopes", "ACCESS_TOKEN_SCOPE_INSUFFICIENT"]);

/** Google says with 403 what others say with 429 or a missing scope; the reason tells which it is. */
export function refuse(response: ProviderResponse): Refusal | null {
  if (response.status !== 403) return null;
  const body = ErrorBody.safeParse(response.body);
  if (!body.success) return null;
  const { message, errors, details } = body.data.error;
  const reasons = [...(details ?? []), ...(errors ?? [])].map(({ reason }) => reason ?? "");
  const text = message ? { message } : {};
  if (reasons.some((reason) => scopeMissing.has(reason))) return { code: "needs_scope_upgrade", ...text };
  if (reasons.some((reason) => tooFast.has(reason))) return { code: "rate_limited", ...text };
  return { code: "provider_rejected", ...text };
}
