import type { BillingStatus } from "@clawlink/contract";
import { utcDay } from "./utc-day.ts";

const day = 86_400_000;
const days = (count: number) => `${count} ${count === 1 ? "day" : "days"}`;

/** What somebody has, in a word or two. */
export function nameOf({ state, plan, endsAt }: BillingStatus): string {
  switch (state) {
    case "trial":
      return "Trial";
    case "expired":
      return endsAt ? "No plan" : "No plan yet";
    case "ended":
      return "No plan";
    case "active":
    case "past_due":
    case "granted":
      return plan?.name ?? "";
  }
}

/** How a plan stands, in a word, and how good that is. */
export function standingOf({ state, endsAt, pausesAt, unsettled }: BillingStatus): {
  readonly word: string;
  readonly tone: "green" | "yellow" | "red" | "accent";
} | null {
  if (unsettled)
    return { word: { unpaid: "Not paid", paused: "Paused", refunded: "Given back" }[unsettled], tone: "red" };
  switch (state) {
    case "active":
      if (endsAt) return { word: "Cancelled", tone: "yellow" };
      return pausesAt ? { word: "Pauses", tone: "yellow" } : { word: "Active", tone: "green" };
    case "past_due":
      return { word: "Payment failed", tone: "yellow" };
    case "granted":
      return { word: "Given to you", tone: "accent" };
    case "ended":
    case "trial":
    case "expired":
      return null;
  }
}

/** Until when, or since when, in a sentence; null where there is nothing to say. */
export function untilOf(
  { state, trialEndsAt, renewsAt, pausesAt, resumesAt, endsAt, graceEndsAt, changesTo }: BillingStatus,
  now: number,
): string | null {
  if (trialEndsAt) {
    const left = Math.max(Math.ceil((Date.parse(trialEndsAt) - now) / day), 0);
    return `${days(left)} left, until ${utcDay(trialEndsAt)}`;
  }
  if (changesTo) return `Changes to ${changesTo.name} on ${utcDay(changesTo.at)}`;
  if (renewsAt) return `Renews on ${utcDay(renewsAt)}`;
  if (pausesAt) return `Pauses on ${utcDay(pausesAt)}${resumesAt ? `, resumes on ${utcDay(resumesAt)}` : ""}`;
  if (resumesAt) return `Resumes on ${utcDay(resumesAt)}`;
  if (graceEndsAt) return `Goes on without payment until ${utcDay(graceEndsAt)}`;
  if (endsAt) return state === "active" ? `Goes on until ${utcDay(endsAt)}` : `Since ${utcDay(endsAt)}`;
  return null;
}
