import type { Identity, ProviderResponse } from "@clawlink/provider-kit";
import { z } from "zod";

const CustomerList = z.object({ object: z.literal("list"), data: z.array(z.unknown()) });

/**
 * Who a key belongs to. Restricted keys rarely may read /v1/account, so the id is read from the key's first part, which
 * the publishable key shows to everybody: `…_5` and then the account id without `acct_`. Keys of the older, opaque form
 * are told apart by their last four characters.
 */
export function readAccount(response: ProviderResponse, fields: Readonly<Record<string, string>>): Identity {
  CustomerList.parse(response.body);
  const key = fields.apiKey ?? "";
  const mode = /_test_/.test(key) ? "test" : "live";
  const account = /^[rs]k_(?:test|live)_5(1[A-Za-z0-9]{15})/.exec(key)?.[1];
  const name = account ? `acct_${account}` : `key ending in ${key.slice(-4)}`;
  return { accountId: `${name} ${mode}`, label: `Stripe ${mode}: ${name}`, metadata: { mode } };
}
