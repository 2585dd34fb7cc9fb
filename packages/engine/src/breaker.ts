/** So many failures in a row open the circuit, for this long, in milliseconds. */
const threshold = 8;
const openMs = 10_000;

/** Whether a call may go to a provider that has been failing. */
export type Circuit = { readonly kind: "closed" } | { readonly kind: "open"; readonly retryAfterMs: number };

/** Keeps calls from a provider that is down: after failures in a row it lets one through every ten seconds. Pure: time comes in, in milliseconds. */
export class Breaker {
  #failures = 0;
  #openUntil = 0;

  /** Asks for one call; the one that is let through while the circuit is open is its probe. */
  ask(now: number): Circuit {
    if (this.#failures < threshold) return { kind: "closed" };
    if (now < this.#openUntil) return { kind: "open", retryAfterMs: this.#openUntil - now };
    this.#openUntil = now + openMs;
    return { kind: "closed" };
  }

  /** `up`: the provider answered, whatever it said; otherwise it was unreachable or failing. */
  observe(up: boolean, now: number): void {
    this.#failures = up ? 0 : this.#failures + 1;
    if (this.#failures === threshold) this.#openUntil = now + openMs;
  }
}
