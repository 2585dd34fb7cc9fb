"use server";

import { DeviceChange, firstPolicy, KeyCreate, KeyParam, unwrap } from "@clawlink/contract";
import { readSettings } from "@clawlink/services/settings/read-settings";
import { mutation } from "../http/mutation.ts";

/** Makes a key; the raw key is in this answer and nowhere else. */
export const createKey = mutation(KeyCreate, async ({ name, policy }, { user, environment, database }) =>
  unwrap(await environment.RPC.createKey(user.id, name, policy ?? firstPolicy(await readSettings(database)))),
);

/** Renames a key or changes what it may do. */
export const changeKey = mutation(
  KeyParam.extend(DeviceChange.shape),
  async ({ id, name, policy }, { user, environment }) => {
    const change = { ...(name && { name }), ...(policy && { policy }) };
    return unwrap(await environment.RPC.changeKey(user.id, id, change));
  },
);

/** Revokes a key, at once. */
export const revokeKey = mutation(KeyParam, async ({ id }, { user, environment }) =>
  unwrap(await environment.RPC.revokeKey(user.id, id)),
);
