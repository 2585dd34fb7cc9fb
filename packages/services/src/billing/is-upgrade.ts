import type { PlanTerms } from "@clawlink/db";

type Limits = Pick<PlanTerms, "callsPerMonth" | "apps">;

const size = (limit: number | null) => limit ?? Number.POSITIVE_INFINITY;

/** Whether `to` gives more than `from`: more calls, or with as many calls no fewer apps. An upgrade counts at once, anything else from the next period on. */
export function isUpgrade(from: Limits, to: Limits): boolean {
  const [before, after] = [size(from.callsPerMonth), size(to.callsPerMonth)];
  return after === before ? size(to.apps) >= size(from.apps) : after > before;
}
