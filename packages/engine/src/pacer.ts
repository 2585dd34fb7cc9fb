/** What is known of a limit before anything was learned: the provider's own data. */
export interface KnownLimit {
  readonly perSecond?: number | undefined;
  /** How many calls may come at once before the rate bites. */
  readonly burst?: number | undefined;
}

/** What one answer told about the limit. */
export interface LimitSign {
  /** Set when the provider refused for the rate: how long it asks to wait, or null when it does not say. */
  readonly refused: { readonly retryAfterMs: number | null } | null;
  /** How many calls are left until the limit resets, and when that is, where headers tell. */
  readonly left: { readonly remaining: number; readonly resetMs: number } | null;
  /** Whether the provider answered at all properly; null when nothing can be said. */
  readonly up: boolean | null;
}

/** What a caller gets who asks to go. */
export type Pace =
  | { readonly kind: "go" }
  | { readonly kind: "queued"; readonly ticket: number }
  | { readonly kind: "refused"; readonly retryAfterMs: number };

/** Stay this far below a known rate, since arrival times jitter. */
const margin = 0.9;
/** Close to a limit: with this few calls left they are spread over the time to its reset. */
const closeTo = 20;
/** After a refusal nobody explained, in milliseconds. */
const defaultPauseMs = 1_000;
/** How a learned rate moves: down after a refusal, up after each call that went well, quickly while it is far below the last limit. */
const decrease = 0.7;
const near = 0.85;
const quickly = 1.15;
const carefully = 1.005;
const slowest = 0.2;
/** Refusals within this time of the last are of the same burst and tell nothing new, in milliseconds. */
const burstMs = 1_000;
/** How long a rate learned from refusals is remembered after the last one, in milliseconds. */
const forgetMs = 120_000;

/** Whether other calls of the connection should know at once: a refusal, a provider that is down, or a limit that is near. */
export function isNews({ refused, left, up }: LimitSign): boolean {
  return refused !== null || up === false || (left !== null && left.remaining <= 2 * closeTo);
}

/** Adds a moment, and forgets those more than a second before it. */
function note(times: number[], now: number): void {
  times.push(now);
  while ((times[0] ?? now) < now - 1_000) times.shift();
}

/**
 * Hands out slots to one connection's calls, in order and fairly between devices (ARCHITECTURE.md section 2, property 7). Far from any
 * limit everything goes at once. Pure: time comes in with every call, in milliseconds.
 */
export class Pacer {
  readonly #known: KnownLimit;
  readonly #queues = new Map<string, number[]>();
  readonly #sent: number[] = [];
  readonly #passed: number[] = [];
  #tickets = 0;
  #last = Number.NEGATIVE_INFINITY;
  #credit: number;
  #learned: { rate: number; limit: number; at: number } | null = null;
  #blockedUntil = 0;
  #share: { until: number; rate: number } | null = null;
  #window: { until: number; rate: number } | null = null;

  constructor(known: KnownLimit = {}) {
    this.#known = known;
    this.#credit = known.burst ?? 1;
  }

  /** Calls a second that may leave now, or null when nothing limits them; `hopeful`: as they will once a rate being found out has risen. */
  #rate(now: number, hopeful = false): number | null {
    if (this.#learned && now - this.#learned.at > forgetMs) this.#learned = null;
    if (this.#window && now >= this.#window.until) this.#window = null;
    if (this.#share && now >= this.#share.until) this.#share = null;
    const rates = [
      this.#known.perSecond === undefined ? null : this.#known.perSecond * margin,
      this.#learned && (hopeful ? Math.max(this.#learned.rate, this.#learned.limit * near) : this.#learned.rate),
      this.#window?.rate ?? null,
      this.#share?.rate ?? null,
    ];
    const finite = rates.filter((rate) => rate !== null);
    return finite.length > 0 ? Math.min(...finite) : null;
  }

  /** When the next slot opens, in milliseconds from `now`. */
  #opensIn(now: number): number {
    const pause = Math.max(this.#blockedUntil - now, 0);
    const rate = this.#rate(now);
    if (rate === null) return pause;
    const burst = this.#known.burst ?? 1;
    const credit = Math.min(burst, this.#credit + ((now - this.#last) / 1000) * rate);
    return Math.max(pause, credit >= 1 ? 0 : ((1 - credit) / rate) * 1000);
  }

  #take(now: number): void {
    const rate = this.#rate(now);
    const burst = this.#known.burst ?? 1;
    if (rate !== null) this.#credit = Math.min(burst, this.#credit + ((now - this.#last) / 1000) * rate) - 1;
    this.#last = now;
    note(this.#sent, now);
  }

  /** A refusal: at first, as fast as calls went through before it; after that, a little slower than it was. */
  #fall(now: number): void {
    const known = this.#learned;
    const last = (times: readonly number[]) => Math.max(times.filter((at) => at >= now - 1_000).length, 1);
    const limit = known?.rate ?? last(this.#sent);
    const rate = known ? limit * decrease : Math.min(limit * decrease, last(this.#passed));
    if (known && now - known.at < burstMs) return;
    this.#learned = { rate: Math.max(rate, slowest), limit, at: now };
  }

  /** Calls that will leave before a new one of `device`, taking turns between devices. */
  #ahead(device: string): number {
    const own = this.#queues.get(device)?.length ?? 0;
    let ahead = own;
    for (const [other, queue] of this.#queues) if (other !== device) ahead += Math.min(queue.length, own + 1);
    return ahead;
  }

  /** Asks for a slot by `deadline`; a caller who cannot have one in time is told at once, with the true wait. */
  ask(device: string, now: number, deadline: number): Pace {
    const ahead = this.#ahead(device);
    const opens = this.#opensIn(now);
    if (ahead === 0 && opens <= 0) {
      this.#take(now);
      return { kind: "go" };
    }
    const rate = this.#rate(now, true);
    const wait = opens + (rate === null ? 0 : (ahead / rate) * 1000);
    if (now + wait > deadline) return { kind: "refused", retryAfterMs: Math.ceil(wait) };
    this.#tickets += 1;
    this.#queues.set(device, [...(this.#queues.get(device) ?? []), this.#tickets]);
    return { kind: "queued", ticket: this.#tickets };
  }

  /** The ticket whose turn it is, or how long until there is one; null when nobody waits. */
  next(now: number): { readonly ticket: number } | { readonly waitMs: number } | null {
    const [turn] = this.#queues;
    if (!turn) return null;
    const opens = this.#opensIn(now);
    if (opens > 0) return { waitMs: Math.ceil(opens) };
    const [device, [ticket, ...rest]] = turn;
    this.#queues.delete(device);
    if (rest.length > 0) this.#queues.set(device, rest);
    if (ticket === undefined) return this.next(now);
    this.#take(now);
    return { ticket };
  }

  /** A caller that no longer waits. */
  leave(ticket: number): void {
    for (const [device, queue] of this.#queues) {
      const rest = queue.filter((other) => other !== ticket);
      if (rest.length > 0) this.#queues.set(device, rest);
      else this.#queues.delete(device);
    }
  }

  /** Keeps to a rate that others were told of too, until `until`: its share of a limit for many accounts. */
  keepTo(perSecond: number, until: number): void {
    this.#share = { until, rate: perSecond };
  }

  /** Learns from an answer. */
  observe(sign: LimitSign, now: number): void {
    if (sign.refused) {
      this.#blockedUntil = Math.max(this.#blockedUntil, now + (sign.refused.retryAfterMs ?? defaultPauseMs));
      this.#fall(now);
      this.#credit = 0;
      this.#last = now;
    } else {
      note(this.#passed, now);
      if (this.#learned) {
        const { rate, limit } = this.#learned;
        this.#learned = { ...this.#learned, rate: rate * (rate < limit * near ? quickly : carefully) };
      }
    }
    if (sign.left && sign.left.remaining <= closeTo && sign.left.resetMs > 0) {
      const until = now + sign.left.resetMs;
      if (sign.left.remaining === 0) this.#blockedUntil = Math.max(this.#blockedUntil, until);
      else this.#window = { until, rate: sign.left.remaining / (sign.left.resetMs / 1000) };
    }
  }
}
