"use server";

import { AccessPolicy, firstPolicy, KeyCreate, KeyName, KeyParam, unwrap } from "@clawlink/contract";
import { readSettings } from "@clawlink/services/settings/read-settings";
import { z } from "zod";
import { formMutation } from "../http/form-mutation.ts";
import { readJson } from "../http/read-json.ts";
import { readPolicyForm } from "./read-policy-form.ts";
import { samePolicy } from "./same-policy.ts";

/** Makes a key; the raw key is in this answer and nowhere else. */
export const createKey = formMutation(
  KeyCreate,
  async ({ name, policy }, { user, environment, database }) =>
    unwrap(await environment.RPC.createKey(user.id, name, policy ?? firstPolicy(await readSettings(database)))),
  { read: readPolicyForm, keep: ({ name, policy }) => ({ name, policy }) },
);

/** `was`: what the key was like where it was changed, so that nobody undoes what they have not seen; `anyway`: they have been told. */
const Changing = KeyParam.extend({
  name: KeyName,
  policy: AccessPolicy,
  was: z.object({ name: z.string(), policy: AccessPolicy }),
  anyway: z.string().optional(),
});

/** Renames a key or changes what it may do; what was not changed stays as it is now. */
export const changeKey = formMutation(
  Changing,
  async ({ id, name, policy, was, anyway }, { user, environment }) => {
    const change = { ...(name !== was.name && { name }), ...(!samePolicy(policy, was.policy) && { policy }) };
    return unwrap(await environment.RPC.changeKey(user.id, id, anyway ? change : { ...change, was }));
  },
  {
    read: (form) => ({ ...readPolicyForm(form), was: readJson(form.get("was")) }),
    keep: ({ name, policy, was }) => ({ name, policy, was }),
  },
);

/** Revokes a key, at once. */
export const revokeKey = formMutation(KeyParam, async ({ id }, { user, environment }) => {
  unwrap(await environment.RPC.revokeKey(user.id, id));
  return { revoked: id };
});
