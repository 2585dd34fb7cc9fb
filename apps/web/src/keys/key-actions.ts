"use server";

import { AccessPolicy, firstPolicy, KeyCreate, KeyName, KeyParam, unwrap } from "@clawlink/contract";
import { readSettings } from "@clawlink/services/settings/read-settings";
import { z } from "zod";
import { mutation } from "../http/mutation.ts";

/** Makes a key; the raw key is in this answer and nowhere else. */
export const createKey = mutation(KeyCreate, async ({ name, policy }, { user, environment, database }) =>
  unwrap(await environment.RPC.createKey(user.id, name, policy ?? firstPolicy(await readSettings(database)))),
);

/** `was`: what the key was like where it was changed, so that nobody undoes what they have not seen; `anyway`: they have been told. */
const Changing = KeyParam.extend({
  name: KeyName,
  policy: AccessPolicy,
  was: z.object({ name: z.string(), policy: AccessPolicy }),
  anyway: z.boolean(),
});
const differ = (left: AccessPolicy, right: AccessPolicy) => JSON.stringify(left) !== JSON.stringify(right);

/** Renames a key or changes what it may do; what was not changed stays as it is now. */
export const changeKey = mutation(Changing, async ({ id, name, policy, was, anyway }, { user, environment }) => {
  const change = { ...(name !== was.name && { name }), ...(differ(policy, was.policy) && { policy }) };
  return unwrap(await environment.RPC.changeKey(user.id, id, anyway ? change : { ...change, was }));
});

/** Revokes a key, at once. */
export const revokeKey = mutation(KeyParam, async ({ id }, { user, environment }) =>
  unwrap(await environment.RPC.revokeKey(user.id, id)),
);
