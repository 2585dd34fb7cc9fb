import { AppError } from "@clawlink/contract";
import type { BillingSettings } from "@clawlink/services/billing/billing-settings";
import { PolarError } from "@polar-sh/sdk";
import { createPolarCore } from "@polar-sh/sdk/2026-10";

type PolarClient = ReturnType<typeof createPolarCore>;

/** Asks Polar something. Throws `provider_unavailable` when it does not answer as it should; what it said goes to the log alone. */
export async function askPolar<T>(
  { polarOrigin, accessToken }: BillingSettings,
  ask: (client: PolarClient) => Promise<T>,
): Promise<T> {
  try {
    return await ask(createPolarCore({ accessToken, baseUrl: polarOrigin, timeout: 10 }));
  } catch (error) {
    if (!(error instanceof PolarError)) throw error;
    console.error("polar", error.name, "statusCode" in error ? error.statusCode : "");
    throw new AppError("provider_unavailable", "The billing provider does not answer properly.", {
      hint: "Nothing was charged. Try again in a while.",
    });
  }
}
