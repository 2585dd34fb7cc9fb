import type { BillingStatus } from "@clawlink/contract";
import { utcDay } from "./utc-day.ts";

const day = 86_400_000;

/** What somebody has, in a word or two. */
export function nameOf({ state, plan, endsAt }: BillingStatus): string {
  switch (state) {
    case "trial":
      return "Trial";
    case "expired":
      return endsAt ? "None: the trial is over" : "None yet";
    case "ended":
      return "None: it has ended";
    case "active":
    case "past_due":
    case "granted":
      return plan?.name ?? "";
  }
}

/** Moments of a plan that matter to its owner, with what each is. */
export function datesOf(
  { state, trialEndsAt, renewsAt, endsAt, graceEndsAt, changesTo }: BillingStatus,
  now: number,
): [string, string][] {
  const left = trialEndsAt ? Math.max(Math.ceil((Date.parse(trialEndsAt) - now) / day), 0) : 0;
  const dates: [string, string | null][] = [
    ["Days left", trialEndsAt && `${left}, until ${utcDay(trialEndsAt)}`],
    ["Renews", renewsAt && utcDay(renewsAt)],
    ["Changes", changesTo && `to ${changesTo.name} on ${utcDay(changesTo.at)}`],
    [state === "active" ? "Cancelled, goes on until" : "Ended", endsAt && utcDay(endsAt)],
    ["Goes on without payment until", graceEndsAt && utcDay(graceEndsAt)],
  ];
  return dates.flatMap(([name, text]): [string, string][] => (text ? [[name, text]] : []));
}
