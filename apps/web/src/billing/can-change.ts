import type { BillingStatus } from "@clawlink/contract";

/** Whether Polar changes the plan somebody has: one that is paid and goes on, and the only one. */
export function canChange({ state, endsAt, liveSubscriptions }: BillingStatus): boolean {
  return state === "active" && endsAt === null && liveSubscriptions === 1;
}
