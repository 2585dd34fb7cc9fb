import type { BillingStatus } from "@clawlink/contract";

/** What a person is written about their plan; `occasion` tells two of a kind apart, and is the same for the same thing. */
export type Notice = { readonly occasion: string } & (
  | { readonly kind: "calls_near" | "calls_reached"; readonly calls: BillingStatus["calls"]; readonly plan: string }
  | { readonly kind: "trial_ending" | "trial_ended"; readonly at: number }
  | { readonly kind: "payment_failed" | "cancelled"; readonly plan: string; readonly until: number }
  | { readonly kind: "ended" | "refunded"; readonly plan: string; readonly at: number }
  | { readonly kind: "two_plans"; readonly plans: readonly string[] }
);

const day = (moment: number) => new Date(moment).toISOString().slice(0, 10);
const number = (count: number | null) => count?.toLocaleString("en") ?? "any number of";
const kept = "Your connections are kept, and work again once you choose a plan.";

function startsAnew({ resetsAt }: BillingStatus["calls"]): string {
  return resetsAt ? ` Counting starts anew on ${resetsAt.slice(0, 10)} (UTC).` : "";
}

/** A notice in words, for a mail. */
export function noticeWords(notice: Notice): { readonly subject: string; readonly text: string } {
  switch (notice.kind) {
    case "calls_near":
      return {
        subject: "80 % of your calls are used",
        text: `${number(notice.calls.used)} of ${number(notice.calls.limit)} calls of ${notice.plan} are used.${startsAnew(notice.calls)}`,
      };
    case "calls_reached":
      return {
        subject: "Your calls are used up",
        text: `All ${number(notice.calls.limit)} calls of ${notice.plan} are used. Your agents are refused until you upgrade.${startsAnew(notice.calls)}`,
      };
    case "trial_ending":
      return {
        subject: `Your trial ends on ${day(notice.at)}`,
        text: `Your trial ends on ${day(notice.at)} (UTC). Choose a plan to go on without a break.`,
      };
    case "trial_ended":
      return {
        subject: "Your trial has ended",
        text: `Your trial ended on ${day(notice.at)} (UTC). Your agents are refused from now on. ${kept}`,
      };
    case "payment_failed":
      return {
        subject: "Your payment did not go through",
        text: `The payment for ${notice.plan} failed. Everything goes on until ${day(notice.until)} (UTC). Correct the payment before then.`,
      };
    case "cancelled":
      return {
        subject: "Your plan is cancelled",
        text: `${notice.plan} is cancelled and goes on until ${day(notice.until)} (UTC). Until then you can take that back.`,
      };
    case "ended":
      return {
        subject: "Your plan has ended",
        text: `${notice.plan} ended on ${day(notice.at)} (UTC). Your agents are refused from now on. ${kept}`,
      };
    case "refunded":
      return {
        subject: "Your payment was given back",
        text: `Your payment of ${day(notice.at)} (UTC) was given back, and ${notice.plan} ended with it. Your agents are refused from now on. ${kept}`,
      };
    case "two_plans":
      return {
        subject: "You pay for two plans",
        text: `You pay for ${notice.plans.join(" and ")}. The better one counts. Cancel the other in the billing portal.`,
      };
  }
}
