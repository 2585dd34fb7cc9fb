import type { BillingStatus } from "@clawlink/contract";

/** What a person is written about their plan; `occasion` tells two of a kind apart, and is the same for the same thing. */
export type Notice = { readonly occasion: string } & (
  | { readonly kind: "calls_near" | "calls_reached"; readonly calls: BillingStatus["calls"]; readonly plan: string }
  | { readonly kind: "trial_ending" | "trial_ended"; readonly at: number }
  | { readonly kind: "payment_failed" | "cancelled"; readonly plan: string; readonly until: number }
  /** `resumesAt`: a paused plan goes on by itself then. */
  | {
      readonly kind: "ended";
      readonly plan: string;
      readonly at: number;
      readonly why: "unpaid" | "paused" | null;
      readonly resumesAt: number | null;
    }
  /** `renewsAt`: the subscription itself was not cancelled. */
  | { readonly kind: "refunded"; readonly plan: string; readonly at: number; readonly renewsAt: number | null }
  | { readonly kind: "two_plans"; readonly plans: readonly string[] }
);

/** A notice in words, for a mail, and what its link is called. */
interface Words {
  readonly subject: string;
  readonly text: string;
  readonly act: string;
}

const days = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const day = (moment: number) => days.format(moment);
const number = (count: number | null) => count?.toLocaleString("en") ?? "any number of";
const refused = "Your agents are refused from now on.";
const kept = (until: string) => `Your connections are kept, and work again once ${until}.`;

/** When calls count anew; those of a trial never do. */
const anew = ({ resetsAt }: BillingStatus["calls"]) =>
  resetsAt && `counting starts anew on ${day(Date.parse(resetsAt))} (UTC)`;

function nearWords({ calls, plan }: Extract<Notice, { kind: "calls_near" | "calls_reached" }>): string {
  const again = anew(calls);
  return `${number(calls.used)} of ${number(calls.limit)} calls of ${plan} are used. Your agents are refused once all are used${again ? `, until ${again}` : ""}.`;
}

function reachedWords({ calls, plan }: Extract<Notice, { kind: "calls_near" | "calls_reached" }>): string {
  const again = anew(calls);
  return `All ${number(calls.limit)} calls of ${plan} are used. Your agents are refused until you take a larger plan${again ? `, or ${again}` : ""}.`;
}

function endedWords({ plan, at, why, resumesAt }: Extract<Notice, { kind: "ended" }>): Words {
  switch (why) {
    case "unpaid":
      return {
        subject: "Your plan is not paid",
        text: `The payment for ${plan} still fails. ${refused} ${kept("it is paid")}`,
        act: "Update payment method",
      };
    case "paused":
      return {
        subject: "Your plan is paused",
        text: `${plan} is paused. ${refused} ${kept(`${resumesAt ? `it resumes by itself on ${day(resumesAt)} (UTC), or ` : ""}you resume it`)} A new period begins then, and is charged.`,
        act: "Resume the plan",
      };
    case null:
      return {
        subject: "Your plan has ended",
        text: `${plan} ended on ${day(at)} (UTC). ${refused} ${kept("you choose a plan")}`,
        act: "Choose a plan",
      };
  }
}

function refundedWords({ plan, at, renewsAt }: Extract<Notice, { kind: "refunded" }>): Words {
  const given = `Your payment of ${day(at)} (UTC) for ${plan} was given back. ${refused}`;
  const subject = "Your payment was given back";
  return renewsAt === null
    ? { subject, text: `${given} ${kept("you choose a plan")}`, act: "Choose a plan" }
    : {
        subject,
        text: `${given} Your connections are kept. The plan itself was not cancelled: it renews on ${day(renewsAt)} (UTC) unless you cancel it.`,
        act: "See your plan",
      };
}

/** A notice in words. */
export function noticeWords(notice: Notice): Words {
  switch (notice.kind) {
    case "calls_near":
      return {
        subject: "80 % of your calls are used",
        text: nearWords(notice),
        act: "See your plan",
      };
    case "calls_reached":
      return {
        subject: "Your calls are used up",
        text: reachedWords(notice),
        act: "See your plan",
      };
    case "trial_ending":
      return {
        subject: `Your trial ends on ${day(notice.at)}`,
        text: `Your trial ends on ${day(notice.at)} (UTC). Choose a plan to go on without a break.`,
        act: "Choose a plan",
      };
    case "trial_ended":
      return {
        subject: "Your trial has ended",
        text: `Your trial ended on ${day(notice.at)} (UTC). ${refused} ${kept("you choose a plan")}`,
        act: "Choose a plan",
      };
    case "payment_failed":
      return {
        subject: "Your payment did not go through",
        text: `The payment for ${notice.plan} failed. Everything goes on until ${day(notice.until)} (UTC). It is tried again by itself, and at once when you give another card.`,
        act: "Update payment method",
      };
    case "cancelled":
      return {
        subject: "Your plan is cancelled",
        text: `${notice.plan} is cancelled and goes on until ${day(notice.until)} (UTC). Until then you can take that back.`,
        act: "See your plan",
      };
    case "ended":
      return endedWords(notice);
    case "refunded":
      return refundedWords(notice);
    case "two_plans":
      return {
        subject: "You pay for two plans",
        text: `You pay for ${notice.plans.join(" and ")}. The better one counts. Cancel the other, so that you are not charged for it again.`,
        act: "Cancel one of them",
      };
  }
}
