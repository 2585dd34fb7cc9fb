import type { Effect, LoggedAttempt } from "@clawlink/contract";
import type { EncodedRequest, Provider, ProviderResponse } from "@clawlink/provider-kit";
import { classify, type Verdict } from "./classify.ts";
import { credentialHeader, readCredential } from "./credential.ts";
import { type Attempt, send } from "./egress.ts";
import { type Failure, StageFailure } from "./failure.ts";
import { limitSign } from "./limit-sign.ts";
import type { LimitSign } from "./pacer.ts";
import type { Account, AdmittedConnection, Ports, Refreshed } from "./ports.ts";
import { type AttemptEvent, nextAttemptIn } from "./retry.ts";

/** How long one attempt may take, in milliseconds. */
const attemptMs = 20_000;
/** A token this close to its end is renewed first, in milliseconds. */
const freshFor = 30_000;
/** When to try again after a token could not be renewed for a reason nobody foresaw, in milliseconds. */
const unrenewedPauseMs = 5_000;

/** One admitted call. */
export interface ProviderCall {
  readonly provider: Provider;
  readonly request: EncodedRequest;
  readonly effect: Effect;
  readonly keySent: boolean;
  readonly as: "json" | "text" | "bytes";
  readonly accountId: string;
  readonly connection: AdmittedConnection | null;
  /** When the call began, in milliseconds since the epoch. */
  readonly startedAt: number;
  /** Until when the call may take, in milliseconds since the epoch. */
  readonly deadline: number;
  /** Aborted when the caller gives up. */
  readonly cancelled?: AbortSignal | undefined;
}

/** What the provider said in the end, and each time it was asked. */
export interface ProviderOutcome {
  readonly attemptLog: readonly LoggedAttempt[];
  /** How long the call waited for slots between attempts, in milliseconds. */
  readonly pacedMs: number;
  readonly result:
    | { readonly ok: true; readonly response: ProviderResponse }
    | { readonly ok: false; readonly failure: Failure };
  readonly providerRequestId: string | null;
  readonly sign: LimitSign | null;
  /** The version of the credential it was last asked with. */
  readonly credentialVersion: number | null;
}

type Token = Pick<AdmittedConnection, "credentialVersion" | "credentialExpiresAt" | "record">;

/** A fresh token. Throws `StageFailure` when there is none: the request it was for did not leave, or was refused unread. */
async function renew(account: Account, connection: AdmittedConnection, seen: number): Promise<Token> {
  const renewed = await account.refresh(connection.id, seen).catch((error: unknown): Refreshed => {
    console.error("a token could not be renewed", String(error));
    return { kind: "unavailable", retryAfterMs: unrenewedPauseMs };
  });
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

function eventOf(attempt: Attempt, verdict: Verdict, sign: LimitSign): AttemptEvent {
  if (attempt.kind === "forbidden" || attempt.kind === "cancelled") return { kind: "unreadable", passing: false };
  if (attempt.kind !== "answered") return attempt;
  const failing = verdict.kind === "failure" && verdict.failure.code === "provider_unavailable";
  const told = verdict.kind === "failure" ? verdict.failure.facts.retryAfterMs : undefined;
  // A refusal told in a 2xx body counts as the status that the provider did not send; 425 says more than that.
  const status =
    failing && attempt.response.status !== 425 ? Math.max(attempt.response.status, 500) : attempt.response.status;
  return { kind: "status", status: sign.refused ? 429 : status, retryAfterMs: told ?? null };
}

function outcomeOf(attempt: Attempt): LoggedAttempt["outcome"] {
  switch (attempt.kind) {
    case "answered":
      return attempt.response.status;
    case "unreadable":
      return attempt.status;
    case "network":
      return attempt.sent === "no" ? "not_sent" : "no_answer";
    case "timeout":
    case "cancelled":
    case "forbidden":
      return attempt.kind;
  }
}

/** A refusal for the rate, with the wait that the cell knows of where the provider named none. */
function waitLonger(failure: Failure, { retryAfterMs }: { retryAfterMs: number }): Failure {
  if (failure.code !== "rate_limited" || failure.facts.retryAfterMs !== undefined) return failure;
  return { ...failure, facts: { ...failure.facts, retryAfterMs } };
}

/** Opens the credential, sends, reads the outcome, and renews or repeats as the rules allow; the one loop around egress. */
export async function callProvider(ports: Ports, account: Account, call: ProviderCall): Promise<ProviderOutcome> {
  const { provider, connection, effect, deadline } = call;
  const renewable = provider.auth.kind === "oauth2" && provider.auth.refresh !== "none";
  let token: Token | null = connection;
  let renewed = false;
  const attemptLog: LoggedAttempt[] = [];
  let waitingSince = call.startedAt;
  let pacedMs = 0;
  const isStale = (held: Token) =>
    held.credentialExpiresAt !== null && held.credentialExpiresAt - ports.now() < freshFor;
  for (;;) {
    if (connection && token && renewable && !renewed && isStale(token)) {
      token = await renew(account, connection, token.credentialVersion);
      renewed = true;
    }
    const opened =
      connection && token
        ? await ports.credentials.open(call.accountId, connection.id, token.credentialVersion, token.record)
        : null;
    const credential = credentialHeader(provider.auth, opened && readCredential(opened));
    const timeoutMs = Math.max(Math.min(attemptMs, deadline - ports.now()), 1);
    const { request, as, cancelled } = call;
    const sentAt = ports.now();
    const nothingLeaves = cancelled?.aborted === true;
    const attempt = await send(ports, provider, { request, credential, as, timeoutMs, cancelled });
    const now = ports.now();
    if (!nothingLeaves)
      attemptLog.push({ waitedMs: sentAt - waitingSince, tookMs: now - sentAt, outcome: outcomeOf(attempt) });
    waitingSince = now;
    const verdict = classify(provider, attempt, effect, now);
    const sign = limitSign(provider, attempt, verdict, now);
    const providerRequestId =
      attempt.kind === "answered" && provider.requestIdHeader
        ? (attempt.response.headers[provider.requestIdHeader] ?? null)
        : null;
    const credentialVersion = token?.credentialVersion ?? null;
    const ended = { attemptLog, pacedMs, providerRequestId, sign, credentialVersion };
    if (verdict.kind === "answer") return { ...ended, result: { ok: true, response: verdict.response } };
    if (verdict.kind === "unauthenticated" && connection && token && renewable && !renewed) {
      try {
        token = await renew(account, connection, token.credentialVersion);
      } catch (error) {
        if (error instanceof StageFailure) return { ...ended, result: { ok: false, failure: error.failure } };
        throw error;
      }
      renewed = true;
      continue;
    }
    const failed = { ...ended, result: { ok: false, failure: verdict.failure } } as const;
    if (verdict.kind === "unauthenticated" || attempt.kind === "forbidden" || attempt.kind === "cancelled")
      return failed;
    const leftMs = deadline - now;
    const attempts = attemptLog.length;
    const facts = { effect, keySent: call.keySent, attempts, leftMs, random: ports.random() };
    const wait = nextAttemptIn(eventOf(attempt, verdict, sign), facts);
    if (wait === null) return failed;
    if (!connection) {
      await ports.sleep(wait);
      continue;
    }
    const slot = await account.again({ connectionId: connection.id, sign, notBeforeMs: wait, deadline });
    if (slot.kind !== "go")
      return { ...failed, result: { ok: false, failure: waitLonger(verdict.failure, slot) }, sign: null };
    pacedMs += slot.pacedMs;
  }
}
