import type { PlanOffer } from "@clawlink/contract";
import type { Plans } from "@clawlink/services/billing/plans";

/** The plans on offer, as they are shown: without Polar's product ids. */
export function planOffers({ plans }: Plans): PlanOffer[] {
  return plans.map(({ id, name, price, callsPerMonth, apps }) => ({ id, name, price, callsPerMonth, apps }));
}
