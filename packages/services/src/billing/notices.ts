import type { BillingStatus } from "@clawlink/contract";

/** What a person is written about their plan. */
export interface Notice {
  readonly subject: string;
  readonly text: string;
}

const day = (moment: string | null) => moment?.slice(0, 10) ?? "soon";

function callsNotice({ calls, plan }: BillingStatus): Notice {
  const reached = calls.warning === "reached";
  const start = `${calls.used} of ${calls.limit} calls of ${plan?.name ?? "your plan"} are used.`;
  const again = calls.resetsAt ? ` Counting starts anew on ${day(calls.resetsAt)} (UTC).` : "";
  return reached
    ? { subject: "Your calls are used up", text: `${start} Your agents are refused until you upgrade.${again}` }
    : { subject: "80 % of your calls are used", text: start + again };
}

/** What became different between two looks that a person should be written: limits coming near, and their plan changing for the worse. */
export function noticesBetween(before: BillingStatus, after: BillingStatus): Notice[] {
  const notices: Notice[] = [];
  if (
    after.calls.warning !== null &&
    after.calls.warning !== before.calls.warning &&
    after.calls.used > before.calls.used
  )
    notices.push(callsNotice(after));
  if (after.state === "past_due" && before.state !== "past_due")
    notices.push({
      subject: "Your payment did not go through",
      text: `Everything goes on until ${day(after.graceEndsAt)}. Correct the payment under Billing before then.`,
    });
  if ((after.state === "ended" || after.state === "expired") && before.state !== after.state)
    notices.push({
      subject: "Your plan has ended",
      text: "Your agents are refused from now on. Your connections are kept, and work again once you choose a plan.",
    });
  if (after.liveSubscriptions > 1 && before.liveSubscriptions <= 1)
    notices.push({
      subject: "You pay for two plans",
      text: "The better one counts. Cancel the other under Billing, in the billing portal.",
    });
  return notices;
}
