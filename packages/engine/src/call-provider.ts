import type { Effect } from "@clawlink/contract";
import type { EncodedRequest, Provider, ProviderResponse } from "@clawlink/provider-kit";
import { classify, type Verdict } from "./classify.ts";
import { credentialHeader, readCredential } from "./credential.ts";
import { type Attempt, send } from "./egress.ts";
import { type Failure, StageFailure } from "./failure.ts";
import type { Account, AdmittedConnection, Ports } from "./ports.ts";
import { type AttemptEvent, nextAttemptIn } from "./retry.ts";
import { limitResetMs, retryAfterMs } from "./retry-after.ts";

/** How long one call may take in all, and one attempt of it, in milliseconds. */
const totalMs = 45_000;
const attemptMs = 20_000;
/** A token this close to its end is renewed first, in milliseconds. */
const freshFor = 30_000;

/** One admitted call. */
export interface ProviderCall {
  readonly provider: Provider;
  readonly request: EncodedRequest;
  readonly effect: Effect;
  readonly keySent: boolean;
  readonly as: "json" | "text" | "bytes";
  readonly accountId: string;
  readonly connection: AdmittedConnection | null;
}

/** What the provider said in the end, and how often it was asked. */
export interface ProviderOutcome {
  readonly attempts: number;
  readonly result:
    | { readonly ok: true; readonly response: ProviderResponse }
    | { readonly ok: false; readonly failure: Failure };
  readonly providerRequestId: string | null;
}

type Token = Pick<AdmittedConnection, "credentialVersion" | "credentialExpiresAt" | "record">;

async function renew(account: Account, connection: AdmittedConnection, seen: number): Promise<Token> {
  const renewed = await account.refresh(connection.id, seen);
  switch (renewed.kind) {
    case "refreshed":
      return renewed;
    case "needs_reauth":
      throw new StageFailure("needs_reauth", renewed.reason);
    case "unavailable":
      throw new StageFailure(
        "provider_unavailable",
        "The provider could not renew this connection's access just now.",
        { retryAfterMs: renewed.retryAfterMs },
      );
  }
}

function eventOf(provider: Provider, attempt: Attempt, verdict: Verdict, now: number): AttemptEvent {
  if (attempt.kind === "forbidden" || attempt.kind === "unreadable") return { kind: "unreadable" };
  if (attempt.kind !== "answered") return attempt;
  const { status, headers } = attempt.response;
  const limited = verdict.kind === "failure" && verdict.failure.code === "rate_limited";
  const told = verdict.kind === "failure" ? verdict.failure.facts.retryAfterMs : undefined;
  const wait =
    told ?? retryAfterMs(headers["retry-after"], now) ?? limitResetMs(headers, provider.limits?.headers, now);
  return { kind: "status", status: limited ? 429 : status, retryAfterMs: wait };
}

/** Opens the credential, sends, reads the outcome, and renews or repeats as the rules allow; the one loop around egress. */
export async function callProvider(ports: Ports, account: Account, call: ProviderCall): Promise<ProviderOutcome> {
  const { provider, connection, effect } = call;
  const deadline = ports.now() + totalMs;
  const renewable = provider.auth.kind === "oauth2" && provider.auth.refresh !== "none";
  let token: Token | null = connection;
  let renewed = false;
  let attempts = 0;
  for (;;) {
    if (
      connection &&
      token &&
      renewable &&
      !renewed &&
      token.credentialExpiresAt !== null &&
      token.credentialExpiresAt - ports.now() < freshFor
    ) {
      token = await renew(account, connection, token.credentialVersion);
      renewed = true;
    }
    const credential =
      connection && token
        ? readCredential(
            await ports.credentials.open(call.accountId, connection.id, token.credentialVersion, token.record),
          )
        : null;
    const timeoutMs = Math.max(Math.min(attemptMs, deadline - ports.now()), 1);
    attempts += 1;
    const attempt = await send(ports, provider, {
      request: call.request,
      credential: credentialHeader(provider.auth, credential),
      as: call.as,
      timeoutMs,
    });
    const now = ports.now();
    const verdict = classify(provider, attempt, effect, now);
    const providerRequestId =
      attempt.kind === "answered" && provider.requestIdHeader
        ? (attempt.response.headers[provider.requestIdHeader] ?? null)
        : null;
    if (verdict.kind === "answer")
      return { attempts, result: { ok: true, response: verdict.response }, providerRequestId };
    if (verdict.kind === "unauthenticated" && connection && token && renewable && !renewed) {
      token = await renew(account, connection, token.credentialVersion);
      renewed = true;
      continue;
    }
    const wait =
      verdict.kind === "unauthenticated" || attempt.kind === "forbidden"
        ? null
        : nextAttemptIn(eventOf(provider, attempt, verdict, now), {
            effect,
            keySent: call.keySent,
            attempts,
            leftMs: deadline - now,
            random: ports.random(),
          });
    if (wait === null) return { attempts, result: { ok: false, failure: verdict.failure }, providerRequestId };
    await ports.sleep(wait);
  }
}
