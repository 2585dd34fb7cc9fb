import type { EmulatorSecrets } from "../emulator-secrets.ts";
import { owner, teammate } from "./people.ts";

/** Stripe: customers, products and prices. */
export const stripeSeed = {
  customers: [
    { email: owner.email, name: owner.name },
    { email: teammate.email, name: teammate.name },
    { email: "customer@example.org", name: "A Customer", description: "Pays yearly" },
  ],
  products: [
    { name: "Basic plan", description: "For one person" },
    { name: "Team plan", description: "For a team" },
  ],
  prices: [
    { product_name: "Basic plan", currency: "eur", unit_amount: 900 },
    { product_name: "Team plan", currency: "eur", unit_amount: 4900 },
  ],
} as const;

/** Resend: a verified domain and contacts. */
export const resendSeed = {
  domains: [{ name: "example.com", region: "eu-west-1" }],
  contacts: [
    { email: owner.email, first_name: "Workspace", last_name: "Owner" },
    { email: teammate.email, first_name: "Team", last_name: "Mate" },
  ],
} as const;

/** Twilio: one account with a number; the well-known default secrets are replaced. */
export function twilioSeed({ accountSid, authToken, phoneNumber }: EmulatorSecrets["keys"]["twilio"]) {
  return {
    account: { sid: accountSid, auth_token: authToken, friendly_name: "Example account" },
    api_keys: [{ sid: `SK${"0".repeat(32)}`, secret: authToken, friendly_name: "Example key" }],
    phone_numbers: [{ phone_number: phoneNumber, friendly_name: "Main number" }],
  };
}
