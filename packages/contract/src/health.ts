/** The jobs of cron, in the order they run in. */
export const cronJobs = ["refresh_tokens", "settle_calls", "sum_usage", "remove_expired"] as const;
/** One of them. */
export type CronJob = (typeof cronJobs)[number];

/** How a store answered: in how many milliseconds, or not at all. */
export type Probe = { readonly ok: true; readonly ms: number } | { readonly ok: false };

/** What the worker `clawlink` knows of itself; key ids are names, no part of a key. */
export interface ApiHealth {
  readonly environment: string;
  readonly webOrigin: string;
  readonly apiOrigin: string;
  readonly database: Probe;
  readonly keyValue: Probe;
  /** The vault's key everything new is sealed to, and those that can be opened. */
  readonly sealsTo: string;
  readonly opens: readonly string[];
}
