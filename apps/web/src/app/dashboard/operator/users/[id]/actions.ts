"use server";

import { AppError, unwrap } from "@clawlink/contract";
import { makeOperator, removeOperator } from "@clawlink/services/operator/change-role";
import { z } from "zod";
import { operatorMutation } from "#http/operator-mutation.ts";

const Id = z.string().min(1).max(64);
const RoleChange = z.object({ id: Id, operator: z.boolean() });
const AccessChange = z.object({ id: Id, disabled: z.boolean() });

/** Makes a person an operator, or a user again; the last operator stays one. */
export const changeRole = operatorMutation(RoleChange, async ({ id, operator }, { database }) =>
  (operator ? makeOperator : removeOperator)(database, id),
);

/** Keeps a person and their agents out, or lets them back in. */
export const changeAccess = operatorMutation(AccessChange, async ({ id, disabled }, { user, environment }) => {
  if (id === user.id) throw new AppError("conflict", "You cannot disable your own account.");
  const { RPC } = environment;
  unwrap(await (disabled ? RPC.disableAccount(id) : RPC.enableAccount(id)));
});
