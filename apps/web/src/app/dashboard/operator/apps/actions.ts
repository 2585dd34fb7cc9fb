"use server";

import { manifest } from "@clawlink/catalog/manifest";
import { AppError } from "@clawlink/contract";
import { deleteOAuthClient } from "@clawlink/services/operator/delete-oauth-client";
import { saveOAuthClient } from "@clawlink/services/operator/save-oauth-client";
import { createSealer } from "@clawlink/vault/seal";
import { z } from "zod";
import { operatorMutation } from "#http/operator-mutation.ts";

const Named = z.object({ client: z.string().min(1).max(64) });
const Filled = Named.extend({
  clientId: z.string().trim().min(1).max(500),
  clientSecret: z.string().trim().min(1).max(4000),
});

/** Saves a client; its secret is sealed here and can be opened by `clawlink` alone. */
export const saveClient = operatorMutation(
  Filled,
  async ({ client, clientId, clientSecret }, { user, environment, database }) => {
    if (!manifest.some((app) => app.client === client)) throw new AppError("not_found", "No app uses this client.");
    const sealer = await createSealer(environment.VAULT_PUBLIC_KEY);
    const context = { purpose: "oauth-client", owner: "operator", subject: client, version: 1 } as const;
    const sealedSecret = await sealer.seal(clientSecret, context);
    await saveOAuthClient(database, { client, clientId, sealedSecret, updatedBy: user.id });
  },
  { next: () => "/dashboard/operator/apps", keep: ({ clientId }) => clientId },
);

/** Forgets a client saved here; one from the environment stays. */
export const deleteClient = operatorMutation(Named, async ({ client }, { database }) => {
  if (!(await deleteOAuthClient(database, client))) throw new AppError("not_found", "No client of this name is saved.");
});
