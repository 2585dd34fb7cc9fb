import type { PlanOffer } from "@clawlink/contract";

const amount = (count: number | null, one: string, many: string) =>
  count === null ? `Unlimited ${many}` : `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

/** What a plan gives, a line each. */
export function limitsOf({ callsPerMonth, apps }: Pick<PlanOffer, "callsPerMonth" | "apps">): readonly string[] {
  return [`${amount(callsPerMonth, "call", "calls")} a month`, amount(apps, "app", "apps")];
}
