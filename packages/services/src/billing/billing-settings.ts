import { z } from "zod";
import { Plans } from "./plans.ts";

const PlansText = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue("is not JSON");
      return z.NEVER;
    }
  })
  .pipe(Plans);

/** Variables of billing that both workers read; empty ones count as left out. */
export const billingVariables = {
  POLAR_SERVER: z.string().optional(),
  POLAR_ACCESS_TOKEN: z.string().optional(),
  BILLING_PLANS: z.string().optional(),
} as const;

/** Where Polar is, as what, and what is sold. */
export interface BillingSettings {
  /** The origin of Polar's API. */
  readonly polarOrigin: string;
  readonly accessToken: string;
  readonly plans: Plans;
}

/** What is sold and where, as text: the same for two workers that are configured alike. Null where billing is off. */
export function soldBy(settings: Pick<BillingSettings, "polarOrigin" | "plans"> | null): string | null {
  return settings && JSON.stringify([settings.polarOrigin, settings.plans]);
}

const origins: Readonly<Record<string, string>> = {
  production: "https://api.polar.sh",
  sandbox: "https://sandbox-api.polar.sh",
};

/** Where a `POLAR_SERVER` is; a loopback origin, for tests, in development alone. Null when it is none of these. */
function originOf(server: string, development: boolean): string | null {
  const known = origins[server];
  if (known) return known;
  if (!development || !URL.canParse(server)) return null;
  const { origin, hostname } = new URL(server);
  return origin === server && ["127.0.0.1", "localhost"].includes(hostname) ? origin : null;
}

interface Variables {
  readonly ENVIRONMENT: "production" | "development";
  readonly POLAR_SERVER?: string | undefined;
  readonly POLAR_ACCESS_TOKEN?: string | undefined;
  readonly BILLING_PLANS?: string | undefined;
}

/** The settings of billing, or null when none is set; a half-finished configuration is a problem, told by name and never by value. */
export function readBillingSettings(
  variables: Variables,
  problem: (name: string, message: string) => void,
): BillingSettings | null {
  const { POLAR_SERVER: server, POLAR_ACCESS_TOKEN: accessToken, BILLING_PLANS: text } = variables;
  if (!server && !accessToken && !text) return null;
  const polarOrigin = originOf(server ?? "", variables.ENVIRONMENT === "development");
  if (polarOrigin === null)
    problem("POLAR_SERVER", 'is "production" or "sandbox", and has to be set with the other variables of billing');
  if (!accessToken) problem("POLAR_ACCESS_TOKEN", "is missing: make an organization access token at Polar");
  const plans = PlansText.safeParse(text ?? "");
  for (const { path, message } of plans.error?.issues ?? [])
    problem(["BILLING_PLANS", ...path.map(String)].join("."), message);
  if (polarOrigin === null || !accessToken || !plans.success) return null;
  return { polarOrigin, accessToken, plans: plans.data };
}
