import type { Identity, ProviderResponse } from "@clawlink/provider-kit";
import { z } from "zod";

const WhoAmI = z.object({
  data: z.object({
    viewer: z.object({ id: z.string(), name: z.string(), email: z.string().nullish() }),
    organization: z.object({ id: z.string(), name: z.string(), urlKey: z.string() }),
  }),
});

/** Whose token it is: a person is a user of their own in each workspace. */
export function readAccount(response: ProviderResponse): Identity {
  const { viewer, organization } = WhoAmI.parse(response.body).data;
  return {
    accountId: viewer.id,
    label: `${organization.name} / ${viewer.name}`,
    metadata: { workspace: organization.urlKey, email: viewer.email ?? "" },
  };
}
