"use server";

import { AppError, unwrap } from "@clawlink/contract";
import { makeOperator, removeOperator } from "@clawlink/services/operator/change-role";
import { z } from "zod";
import { operatorMutation } from "#http/operator-mutation.ts";

const Id = z.string().min(1).max(64);
const RoleChange = z.object({ id: Id, role: z.enum(["operator", "user"]) });
const AccessChange = z.object({ id: Id, access: z.enum(["on", "off"]) });

/** Makes a person an operator, or a user again; the last operator stays one. */
export const changeRole = operatorMutation(
  RoleChange,
  async ({ id, role }, { user, database }) => {
    await (role === "operator" ? makeOperator : removeOperator)(database, id);
    const left = id === user.id && role === "user";
    return { shownAt: left ? "/dashboard/settings" : `/dashboard/operator/users/${encodeURIComponent(id)}` };
  },
  { next: ({ shownAt }) => shownAt },
);

/** Keeps a person and their agents out, or lets them back in. */
export const changeAccess = operatorMutation(AccessChange, async ({ id, access }, { user, environment }) => {
  if (id === user.id) throw new AppError("conflict", "You cannot disable your own account.");
  const { RPC } = environment;
  unwrap(await (access === "off" ? RPC.disableAccount(id) : RPC.enableAccount(id)));
});
