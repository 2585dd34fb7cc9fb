import type { Identity, ProviderResponse } from "@clawlink/provider-kit";
import { z } from "zod";

const Domains = z.object({
  data: z.array(z.object({ id: z.string(), name: z.string(), created_at: z.string().nullish() })),
});

/** Resend has no account endpoint: the oldest domain tells the account, since the newest changes as they are added. */
export function readAccount(response: ProviderResponse): Identity {
  const domains = Domains.parse(response.body).data;
  const [oldest] = domains.toSorted((a, b) => (a.created_at ?? "").localeCompare(b.created_at ?? ""));
  if (!oldest) return { accountId: "no-domain", label: "Resend (no domain yet)" };
  return { accountId: oldest.id, label: oldest.name, metadata: { domain: oldest.name } };
}
