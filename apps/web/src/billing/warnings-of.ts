import type { BillingStatus } from "@clawlink/contract";
import { utcDay } from "./utc-day.ts";

/** Something about their plan that a person should know on whatever page they are. */
export interface PlanWarning {
  readonly tone: "red" | "yellow";
  readonly title: string;
  readonly text: string;
}

/** A trial is counted down from here on, in milliseconds before its end. */
const soonMs = 2 * 86_400_000;
const kept = "Your agents are refused until you choose a plan. Your connections are kept.";

function ofCalls({ calls }: BillingStatus): PlanWarning | null {
  const again = calls.resetsAt ? ` Counting starts anew on ${utcDay(calls.resetsAt)} (UTC).` : "";
  const limit = calls.limit?.toLocaleString("en");
  if (calls.warning === "reached")
    return { tone: "red", title: `All ${limit} calls are used`, text: `Your agents are refused.${again}` };
  if (calls.warning === "near")
    return {
      tone: "yellow",
      title: `${calls.used.toLocaleString("en")} of ${limit} calls are used`,
      text: again.trim(),
    };
  return null;
}

function ofState({ state, endsAt, graceEndsAt, trialEndsAt }: BillingStatus, now: number): PlanWarning | null {
  switch (state) {
    case "expired":
      return { tone: "red", title: endsAt ? "Your trial is over" : "You have no plan yet", text: kept };
    case "ended":
      return { tone: "red", title: "Your plan has ended", text: kept };
    case "past_due":
      return {
        tone: "yellow",
        title: "Your payment did not go through",
        text: `Everything goes on until ${graceEndsAt ? utcDay(graceEndsAt) : "soon"}. Correct it before then.`,
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
          text: `Your plan covers those you connected first; ${status.apps.paused.join(", ")} wait for a larger one.`,
        }
      : null;
  const twice: PlanWarning | null =
    status.liveSubscriptions > 1
      ? {
          tone: "yellow",
          title: "You pay for two plans",
          text: "The better one counts. Cancel the other in the billing portal.",
        }
      : null;
  return [ofState(status, now), covered ? ofCalls(status) : null, paused, twice].flatMap((warning) => warning ?? []);
}
