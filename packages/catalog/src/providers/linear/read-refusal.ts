import type { ProviderResponse, Refusal } from "@clawlink/provider-kit";
import { z } from "zod";

const Problem = z.object({
  message: z.string().default("Unknown error."),
  extensions: z
    .object({
      code: z.string().optional(),
      type: z.string().optional(),
      userPresentableMessage: z.string().optional(),
    })
    .default({}),
});
const Answer = z.object({
  errors: z.array(Problem).optional(),
  data: z.record(z.string(), z.unknown()).nullish(),
});
const Failed = z.object({ success: z.literal(false) });

/** `type` is Linear's older name for the same thing, in words: "authentication error". */
function kindOf(extensions: z.infer<typeof Problem>["extensions"]): string {
  return (extensions.code ?? extensions.type ?? "").toUpperCase().replaceAll(" ", "_");
}

function readProblem(problem: z.infer<typeof Problem>, response: ProviderResponse): Refusal {
  const message = problem.extensions.userPresentableMessage ?? problem.message;
  const kind = kindOf(problem.extensions);
  const scopes = /\bscopes?: ([\w:`, ]+?)(?: required)?$/i.exec(problem.message)?.[1];
  if (scopes) return { code: "needs_scope_upgrade", message, missingScopes: scopes.match(/[\w:]+/g) ?? [] };
  if (kind === "AUTHENTICATION_ERROR" || response.status === 401) return { code: "needs_reauth", message };
  if (kind === "RATELIMITED" || response.status === 429) {
    const seconds = Number(response.headers["retry-after"]);
    return { code: "rate_limited", message, ...(seconds > 0 && { retryAfterMs: seconds * 1000 }) };
  }
  if (["INTERNAL_SERVER_ERROR", "INTERNAL_ERROR", "LOCK_TIMEOUT"].includes(kind))
    return { code: "provider_unavailable", message };
  return { code: "provider_rejected", message };
}

/**
 * Linear says no in `errors[]`, with 200 or 400 (https://linear.app/developers/graphql#errors). An answer whose data is
 * null, or whose mutation did not succeed, is a no as well.
 */
export function readRefusal(response: ProviderResponse): Refusal | null {
  // A 5xx leaves open whether a mutation ran, which the engine tells from the status.
  if (response.status >= 500) return null;
  const answer = Answer.safeParse(response.body);
  if (!answer.success) return null;
  const { errors, data } = answer.data;
  const [first] = errors ?? [];
  if (first) return readProblem(first, response);
  for (const value of Object.values(data ?? {})) {
    if (value === null) return { code: "provider_rejected", message: "Not found." };
    if (Failed.safeParse(value).success) return { code: "provider_rejected", message: "Linear did not do it." };
  }
  return null;
}
