import type { Provider } from "@clawlink/provider-kit";
import type { Verdict } from "./classify.ts";
import type { Attempt } from "./egress.ts";
import type { LimitSign } from "./pacer.ts";
import { windowLeft } from "./retry-after.ts";

const nothing: LimitSign = { refused: null, left: null, up: null };

/** What an attempt showed of the provider's limits and health. */
export function limitSign(provider: Provider, attempt: Attempt, verdict: Verdict, now: number): LimitSign {
  if (attempt.kind === "forbidden" || attempt.kind === "cancelled") return nothing;
  if (attempt.kind !== "answered") return { ...nothing, up: false };
  const limited = verdict.kind === "failure" && verdict.failure.code === "rate_limited";
  const refused = limited ? { retryAfterMs: verdict.failure.facts.retryAfterMs ?? null } : null;
  const { status, headers } = attempt.response;
  return { refused, left: windowLeft(headers, provider.limits?.headers, now), up: status < 500 };
}
