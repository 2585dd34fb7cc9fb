/** Above this share of a client's limit its accounts are told what each may use. */
const scarce = 0.8;
/** An account that has not told of calls for this long uses none, in milliseconds. */
const quietMs = 3_000;
/** What an account gets at the least, in calls a second, so that one that has just begun is not kept out. */
const least = 1;

/**
 * Divides a limit that a provider sets for an OAuth client, so for all its accounts together, among those that call: by what they ask for,
 * once that comes near the limit. Pure: time comes in, in milliseconds.
 */
export class ClientShare {
  readonly #demands = new Map<string, { perSecond: number; at: number }>();

  /** Notes how often an account would call; answers how often it may, in calls a second, or null when there is enough for all. */
  share(accountId: string, demand: number, limit: number, now: number): number | null {
    for (const [id, { at }] of this.#demands) if (at <= now - quietMs) this.#demands.delete(id);
    this.#demands.set(accountId, { perSecond: Math.max(demand, least), at: now });
    const total = [...this.#demands.values()].reduce((sum, { perSecond }) => sum + perSecond, 0);
    if (total <= limit * scarce) return null;
    return Math.max((limit * scarce * Math.max(demand, least)) / total, Math.min(least, limit / this.#demands.size));
  }
}
