"use server";

import { AppError, unwrap } from "@clawlink/contract";
import type { Database } from "@clawlink/db";
import { findConnection } from "@clawlink/services/connection/find-connection";
import { z } from "zod";
import { appFace } from "../catalog/apps.ts";
import { formMutation } from "../http/form-mutation.ts";
import { accountName } from "./account-name.ts";

const Named = z.object({ id: z.coerce.number().int().positive() });
/** `was`: the name it had where it was changed, so that nobody undoes what they have not seen; `anyway`: they have been told. */
const Renaming = Named.extend({ label: z.string().trim().max(120), was: z.string(), anyway: z.string().optional() });

/** What a row is called, for what is said of it afterwards: by then it may be gone. */
async function namesOf(database: Database, userId: string, id: number) {
  const row = await findConnection(database, userId, id);
  if (!row) throw new AppError("not_found", "There is no such connection.");
  return { app: appFace(row.integration).name, account: accountName(row) };
}

/** Makes a row the one its app uses when no other is named. */
export const makeDefault = formMutation(Named, async ({ id }, { user, environment, database }) => {
  const names = await namesOf(database, user.id, id);
  unwrap(await environment.RPC.makeDefaultConnection(user.id, id));
  return names;
});

/** Gives a row a name of the person's own; an empty one takes it away. */
export const renameConnection = formMutation(
  Renaming,
  async ({ id, label, was, anyway }, { user, environment }) => {
    unwrap(await environment.RPC.renameConnection(user.id, id, label || null, anyway ? undefined : was || null));
    return { label };
  },
  { keep: ({ label }) => ({ label }) },
);

/** Removes a row and gives its token back at the provider. */
export const removeConnection = formMutation(Named, async ({ id }, { user, environment, database }) => {
  const names = await namesOf(database, user.id, id);
  return { ...names, ...unwrap(await environment.RPC.removeConnection(user.id, id)) };
});
