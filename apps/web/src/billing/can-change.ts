import type { BillingStatus } from "@clawlink/contract";

/** Whether Polar changes the plan somebody has: one that is paid and goes on, and the only one. */
export function canChange({ state, renewsAt, liveSubscriptions }: BillingStatus): boolean {
  return state === "active" && renewsAt !== null && liveSubscriptions === 1;
}

/** Whether somebody may buy a plan: they pay for none, none may yet be charged, and it would change something. */
export function canBuy({ state, liveSubscriptions, unsettled }: BillingStatus): boolean {
  return liveSubscriptions === 0 && unsettled === null && state !== "granted";
}
