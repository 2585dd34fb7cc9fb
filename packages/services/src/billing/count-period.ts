import type { BillingRows, PlanState } from "./plan-state.ts";

/** What calls are counted together: a name, and since when, in milliseconds since the epoch. */
export interface CountPeriod {
  readonly key: string;
  readonly since: number;
}

/** The first moment of the calendar month (UTC) of `now`, moved by `months`. */
export function monthStart(now: number, months = 0): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
}

/** Calls of a trial count as one; anything else by calendar month (UTC), from when the first plan was bought. */
export function countPeriod(state: PlanState, { account, subscriptions }: BillingRows, now: number): CountPeriod {
  if (state.kind === "trial" || state.kind === "expired") return { key: "trial", since: account.startedAt.getTime() };
  const month = monthStart(now);
  const bought = state.kind === "granted" ? month : Math.min(...subscriptions.map((row) => row.startedAt.getTime()));
  return { key: new Date(month).toISOString().slice(0, 7), since: Math.max(month, bought) };
}
