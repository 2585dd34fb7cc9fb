import type { Effect } from "@clawlink/contract";
import type { Provider, ProviderResponse } from "@clawlink/provider-kit";
import { z } from "zod";
import type { Attempt } from "./egress.ts";
import type { Failure } from "./failure.ts";
import { cleanText, providerMessage } from "./provider-message.ts";
import { limitResetMs, retryAfterMs } from "./retry-after.ts";

/** What an attempt means: an answer to read, a token to renew, or a failure. */
export type Verdict =
  | { readonly kind: "answer"; readonly response: ProviderResponse }
  | { readonly kind: "unauthenticated"; readonly failure: Failure }
  | { readonly kind: "failure"; readonly failure: Failure };

const failure = (
  code: Failure["code"],
  message: string,
  facts: Failure["facts"] = {},
  unknownOutcome = false,
): Verdict => ({
  kind: "failure",
  failure: { code, message, facts, unknownOutcome },
});

/** Facts of a refusal that are the provider's own and untrusted. */
function providerFacts(response: ProviderResponse, told?: string): Record<string, unknown> {
  const message = told === undefined ? providerMessage(response.body) : cleanText(told);
  return { provider: { status: response.status, ...(message ? { message } : {}) } };
}

/** Whether the status shows that the provider did nothing (ARCHITECTURE.md section 2, property 6). */
function ranNothing(status: number, wait: number | null): boolean {
  return status === 425 || status === 429 || (status === 503 && wait !== null);
}

function byStatus(provider: Provider, response: ProviderResponse, effect: Effect, now: number): Verdict {
  const { status } = response;
  if (status < 300) return { kind: "answer", response };
  const details = providerFacts(response);
  const wait =
    retryAfterMs(response.headers["retry-after"], now) ?? limitResetMs(response.headers, provider.limits?.headers, now);
  const pause = wait === null ? {} : { retryAfterMs: wait };
  const unsure = effect !== "read" && !ranNothing(status, wait);
  if (status === 401) {
    return {
      kind: "unauthenticated",
      failure: {
        code: "needs_reauth",
        message: `${provider.name} no longer accepts this connection.`,
        facts: { details },
      },
    };
  }
  if (status === 429)
    return failure("rate_limited", `${provider.name} limits how often it may be called.`, { details, ...pause });
  if (status === 408 || status === 504)
    return failure("provider_timeout", `${provider.name} did not answer in time.`, { details }, unsure);
  if (status >= 500 || status === 425)
    return failure(
      "provider_unavailable",
      `${provider.name} could not answer this just now (${status}).`,
      { details, ...pause },
      unsure,
    );
  return failure("provider_rejected", `${provider.name} refused the request (${status}).`, { details });
}

/** Reads the outcome of the last attempt by the provider's own words first, then by its status. */
export function classify(provider: Provider, attempt: Attempt, effect: Effect, now: number): Verdict {
  const write = effect !== "read";
  switch (attempt.kind) {
    case "forbidden":
      return failure("configuration_error", attempt.reason);
    case "timeout":
      return failure("provider_timeout", `${provider.name} did not answer in time.`, {}, write);
    case "cancelled":
      return failure(
        "provider_timeout",
        `The call was cancelled before ${provider.name} answered.`,
        {},
        write && attempt.sent === "maybe",
      );
    case "network":
      return failure(
        "provider_unavailable",
        `${provider.name} could not be reached.`,
        {},
        write && attempt.sent === "maybe",
      );
    case "unreadable":
      return failure(
        "provider_unavailable",
        `${provider.name} answered (${attempt.status}), but not as its API does. ${attempt.reason}`,
        { details: { provider: { status: attempt.status } } },
        write && (attempt.status < 400 || attempt.status >= 500),
      );
    case "answered":
      return readAnswered(provider, attempt.response, effect, now);
  }
}

function readAnswered(provider: Provider, response: ProviderResponse, effect: Effect, now: number): Verdict {
  const refusal = readRefusal(provider, response);
  if (!refusal) return byStatus(provider, response, effect, now);
  const details = {
    ...providerFacts(response, refusal.message),
    ...(refusal.missingScopes ? { missingScopes: refusal.missingScopes } : {}),
  };
  const wait =
    refusal.retryAfterMs ??
    retryAfterMs(response.headers["retry-after"], now) ??
    limitResetMs(response.headers, provider.limits?.headers, now);
  const facts = { details, ...(wait === null ? {} : { retryAfterMs: wait }) };
  const messages = {
    needs_reauth: `${provider.name} no longer accepts this connection.`,
    needs_scope_upgrade: `${provider.name} says this connection lacks a permission.`,
    rate_limited: `${provider.name} limits how often it may be called.`,
    provider_rejected: `${provider.name} refused the request.`,
    provider_unavailable: `${provider.name} is not answering properly.`,
  } as const;
  const unsure = refusal.code === "provider_unavailable" && !ranNothing(response.status, wait);
  const unknownOutcome = unsure && effect !== "read";
  const found: Failure = { code: refusal.code, message: messages[refusal.code], facts, unknownOutcome };
  return refusal.code === "needs_reauth"
    ? { kind: "unauthenticated", failure: found }
    : { kind: "failure", failure: found };
}

/** The provider's own reading of a refusal; an answer so odd that reading it fails says nothing. */
function readRefusal(provider: Provider, response: ProviderResponse) {
  try {
    return provider.refuse?.(response) ?? null;
  } catch (error) {
    if (error instanceof z.ZodError) return null;
    throw error;
  }
}
