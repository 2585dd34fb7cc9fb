import type { BillingSettings } from "@clawlink/services/billing/billing-settings";
import { createPolarCore } from "@polar-sh/sdk/2026-10";

/** A client of Polar's API; an answer may take twenty seconds. */
export function polarClient({ polarOrigin, accessToken }: BillingSettings) {
  return createPolarCore({ accessToken, baseUrl: polarOrigin, timeout: 20 });
}
