import type { Identity, ProviderResponse } from "@clawlink/provider-kit";
import { z } from "zod";

const Account = z.object({ sid: z.string(), friendly_name: z.string().nullish(), type: z.string().nullish() });

/** The account's SID, which every path below contains, and its friendly name. */
export function readAccount(response: ProviderResponse): Identity {
  const { sid, friendly_name, type } = Account.parse(response.body);
  return { accountId: sid, label: friendly_name || sid, metadata: { type: type ?? "" } };
}
