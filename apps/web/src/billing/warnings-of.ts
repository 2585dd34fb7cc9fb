import type { BillingStatus } from "@clawlink/contract";
import { appFace } from "#catalog/apps.ts";
import { utcDay } from "./utc-day.ts";

/** Something about their plan that a person should know on whatever page they are. */
export interface PlanWarning {
  readonly tone: "red" | "yellow";
  readonly title: string;
  readonly text: string;
  /** What to do about it in the billing portal, where that is the way. */
  readonly portal?: string;
}

/** A trial is counted down from here on, in milliseconds before its end. */
const soonMs = 2 * 86_400_000;
const kept = "Your agents are refused until you choose a plan. Your connections are kept.";
const listed = new Intl.ListFormat("en-GB");
const day = (iso: string | null) => (iso ? utcDay(iso) : "soon");

function ofCalls({ calls }: BillingStatus): PlanWarning | null {
  const again = calls.resetsAt && `counting starts anew on ${utcDay(calls.resetsAt)} (UTC)`;
  const limit = calls.limit?.toLocaleString("en");
  if (calls.warning === "reached")
    return {
      tone: "red",
      title: `All ${limit} calls are used`,
      text: `Your agents are refused until you take a larger plan${again ? `, or ${again}` : ""}.`,
    };
  if (calls.warning === "near")
    return {
      tone: "yellow",
      title: `${calls.used.toLocaleString("en")} of ${limit} calls are used`,
      text: `Your agents are refused once all are used${again ? `, until ${again}` : ""}.`,
    };
  return null;
}

/** What gives nothing now and is still there at Polar. */
const unsettledWords: Readonly<Record<NonNullable<BillingStatus["unsettled"]>, PlanWarning>> = {
  unpaid: {
    tone: "red",
    title: "Your plan is not paid",
    text: "Your agents are refused until it is; your connections are kept. Polar tries again by itself, and at once when you give another card.",
    portal: "Update payment method",
  },
  paused: {
    tone: "red",
    title: "Your plan is paused",
    text: "Your agents are refused until you resume it; your connections are kept. A new period begins then, and is charged.",
    portal: "Resume the plan",
  },
  refunded: {
    tone: "red",
    title: "Your payment was given back",
    text: "Your agents are refused; your connections are kept. The plan itself was not cancelled: it renews with the next period.",
    portal: "Look at the plan at Polar",
  },
};

function ofState(
  { state, endsAt, graceEndsAt, trialEndsAt, resumesAt, unsettled }: BillingStatus,
  now: number,
): PlanWarning | null {
  if (unsettled === "paused" && resumesAt) {
    const text = `Your agents are refused until it resumes by itself on ${utcDay(resumesAt)}, or you resume it; your connections are kept. A new period begins then, and is charged.`;
    return { ...unsettledWords.paused, text };
  }
  if (unsettled) return unsettledWords[unsettled];
  switch (state) {
    case "expired":
      return { tone: "red", title: endsAt ? "Your trial is over" : "You have no plan yet", text: kept };
    case "ended":
      return { tone: "red", title: "Your plan has ended", text: kept };
    case "past_due":
      return {
        tone: "yellow",
        title: "Your payment did not go through",
        text: `Everything goes on until ${day(graceEndsAt)}. Polar tries again by itself, and at once when you give another card.`,
        portal: "Update payment method",
      };
    case "trial":
      return trialEndsAt && Date.parse(trialEndsAt) - now < soonMs
        ? {
            tone: "yellow",
            title: `Your trial ends on ${utcDay(trialEndsAt)}`,
            text: "Choose a plan to go on without a break.",
          }
        : null;
    case "active":
    case "granted":
      return null;
  }
}

/** What is worth a warning at `now`, the gravest first. */
export function warningsOf(status: BillingStatus, now: number): PlanWarning[] {
  const covered = status.plan !== null;
  const paused: PlanWarning | null =
    covered && status.apps.paused.length > 0
      ? {
          tone: "yellow",
          title: "Some of your apps are paused",
          text: `Your plan covers those you connected first. ${listed.format(status.apps.paused.map((slug) => appFace(slug).name))} ${status.apps.paused.length === 1 ? "waits" : "wait"} for a larger one.`,
        }
      : null;
  const twice: PlanWarning | null =
    status.liveSubscriptions > 1
      ? {
          tone: "yellow",
          title: "You pay for two plans",
          text: "The better one counts. Cancel the other, so that you are not charged for it again.",
          portal: "Cancel one of them",
        }
      : null;
  return [ofState(status, now), covered ? ofCalls(status) : null, paused, twice].flatMap((warning) => warning ?? []);
}
