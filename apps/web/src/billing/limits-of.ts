import type { PlanOffer } from "@clawlink/contract";

const amount = (count: number | null, one: string, many: string) =>
  count === null ? `as many ${many} as you like` : `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

/** What a plan gives, in words. */
export function limitsOf({ callsPerMonth, apps }: PlanOffer): string {
  return `${amount(callsPerMonth, "call", "calls")} a month, ${amount(apps, "app", "apps")}`;
}
