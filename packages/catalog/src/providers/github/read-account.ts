import type { Identity, ProviderResponse } from "@clawlink/provider-kit";
import { z } from "zod";

const User = z.object({ id: z.number(), login: z.string() });

/** Who a token acts for: the numeric id, which outlives a change of login. */
export function readAccount(response: ProviderResponse): Identity {
  const { id, login } = User.parse(response.body);
  return { accountId: String(id), label: login, metadata: { login } };
}
