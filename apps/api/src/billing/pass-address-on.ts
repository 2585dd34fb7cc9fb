import type { Database } from "@clawlink/db";
import type { BillingSettings } from "@clawlink/services/billing/billing-settings";
import {
  isSameAddress,
  listStaleAddresses,
  notePolarEmail,
  type StaleAddress,
} from "@clawlink/services/billing/polar-email";
import { PolarClientError } from "@polar-sh/sdk";
import { updateCustomers } from "@polar-sh/sdk/2026-10/services/customers";
import { listSubscriptions } from "@polar-sh/sdk/2026-10/services/subscriptions";
import { inTurns } from "../in-turns.ts";
import { reportError } from "../report-error.ts";
import { polarClient } from "./polar-client.ts";

/** How Polar answers for an address that another customer has, or that takes no mail. */
const unprocessable = 422;

/** Gives Polar somebody's new address, unless they have chosen another one there; what to note as the one it has, or null. */
async function passOn(
  settings: BillingSettings,
  { userId, email, polarEmail, customerId }: StaleAddress,
): Promise<string | null> {
  const client = polarClient(settings);
  const { items } = await listSubscriptions(client)({ customer_id: customerId, limit: 1 });
  const customer = items[0]?.customer;
  // A subscription may be with the customer that somebody else is.
  if (customer?.external_id !== userId) return null;
  const there = customer.email;
  if (isSameAddress(there, email)) return email;
  if (!isSameAddress(there, polarEmail)) return null;
  try {
    await updateCustomers(client)(customerId, { email });
    return email;
  } catch (error) {
    if (!(error instanceof PolarClientError && error.statusCode === unprocessable)) throw error;
    // What Polar says repeats the address.
    reportError(new Error("Polar does not take an address that was changed here."));
    return null;
  }
}

/**
 * Passes addresses that were changed here on to Polar, whose receipts go to them: of one person, or of all. How many were. What Polar does not
 * take now, such as from a token without the scope, is reported and stays to be passed on.
 */
export async function passAddressesOn(
  settings: BillingSettings,
  database: Database,
  userId: string | null,
): Promise<number> {
  let passed = 0;
  await inTurns(await listStaleAddresses(database, userId), async (person) => {
    const noted = await passOn(settings, person);
    await notePolarEmail(database, person.userId, noted);
    if (noted !== null) passed += 1;
  });
  return passed;
}
