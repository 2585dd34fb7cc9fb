"use server";

import { unwrap } from "@clawlink/contract";
import { z } from "zod";
import { mutation } from "../http/mutation.ts";

const Named = z.object({ id: z.int().positive() });
/** `was`: the name it had where it was changed, so that nobody undoes what they have not seen; `anyway`: they have been told. */
const Renaming = Named.extend({
  label: z.string().trim().max(120),
  was: z.string().nullable(),
  anyway: z.boolean(),
});

/** Makes a row the one its app uses when no other is named. */
export const makeDefault = mutation(Named, async ({ id }, { user, environment }) =>
  unwrap(await environment.RPC.makeDefaultConnection(user.id, id)),
);

/** Gives a row a name of the person's own; an empty one takes it away. */
export const renameConnection = mutation(Renaming, async ({ id, label, was, anyway }, { user, environment }) =>
  unwrap(await environment.RPC.renameConnection(user.id, id, label === "" ? null : label, anyway ? undefined : was)),
);

/** Removes a row and gives its token back at the provider. */
export const removeConnection = mutation(Named, async ({ id }, { user, environment }) =>
  unwrap(await environment.RPC.removeConnection(user.id, id)),
);
