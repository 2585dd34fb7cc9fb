import type { Effect } from "@clawlink/contract";

/** What came of an attempt, as far as repeating it is concerned. */
export type AttemptEvent =
  | { readonly kind: "network"; readonly sent: "no" | "maybe" }
  | { readonly kind: "timeout" }
  /** `passing`: asking again may give a readable answer. */
  | { readonly kind: "unreadable"; readonly passing: boolean }
  | { readonly kind: "status"; readonly status: number; readonly retryAfterMs: number | null };

/** Facts of the call that decide whether it may be repeated. */
export interface RetryFacts {
  readonly effect: Effect;
  /** Whether the provider was sent an idempotency key of ours. */
  readonly keySent: boolean;
  /** Attempts made so far, one at least. */
  readonly attempts: number;
  /** What is left of the total deadline, in milliseconds. */
  readonly leftMs: number;
  /** Uniform in [0, 1). */
  readonly random: number;
}

const maxAttempts = 4;
const baseMs = 250;
const capMs = 8_000;
const transient = new Set([408, 425, 429]);

/** Whether the event shows that the provider did nothing, so that repeating cannot do it twice; for 425 see RFC 8470 section 5.2. */
function provesNothingHappened(event: AttemptEvent): boolean {
  if (event.kind === "network") return event.sent === "no";
  if (event.kind !== "status") return false;
  return event.status === 425 || event.status === 429 || (event.status === 503 && event.retryAfterMs !== null);
}

function isTransient(event: AttemptEvent): boolean {
  if (event.kind === "unreadable") return event.passing;
  return event.kind !== "status" || transient.has(event.status) || event.status >= 500;
}

/** How long to wait before the next attempt, in milliseconds, or null to stop (ARCHITECTURE.md section 2, property 6). */
export function nextAttemptIn(event: AttemptEvent, facts: RetryFacts): number | null {
  if (facts.attempts >= maxAttempts) return null;
  const repeatable = facts.effect === "read" || facts.keySent ? isTransient(event) : provesNothingHappened(event);
  if (!repeatable) return null;
  const told = event.kind === "status" ? event.retryAfterMs : null;
  const backoff = facts.random * Math.min(capMs, baseMs * 2 ** facts.attempts);
  const wait = Math.ceil(told === null ? backoff : told + facts.random * baseMs);
  return wait < facts.leftMs ? wait : null;
}
