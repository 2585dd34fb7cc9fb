import type { MailHealth } from "./mail.ts";

/** The jobs of cron, in the order they run in. */
export const cronJobs = ["refresh_tokens", "settle_calls", "sum_usage", "remove_expired"] as const;
/** Those of plans, where billing is on: the second runs once a day, at night. */
export const billingJobs = ["write_endings", "compare_plans"] as const;
/** Those of mail, where it is configured. */
export const mailJobs = ["send_mail"] as const;
/** One of them. */
export type CronJob = (typeof cronJobs)[number] | (typeof billingJobs)[number] | (typeof mailJobs)[number];

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
  /** Null where no mail is sent. */
  readonly mail: MailHealth | null;
  /** What is sold and where, as text to be compared; null where billing is off. */
  readonly sold: string | null;
}
