import type { BillingStatus } from "@clawlink/contract";
import type { Notice } from "./notices.ts";

/** What a person is to be written about their calls of the period `period`, or null; a plan with another limit is another occasion. */
export function callsNotice(period: string, { calls, plan }: BillingStatus): Notice | null {
  if (calls.warning === null || plan === null) return null;
  const kind = calls.warning === "reached" ? "calls_reached" : "calls_near";
  return { kind, occasion: `${period}/${calls.limit}`, calls, plan: plan.name };
}
