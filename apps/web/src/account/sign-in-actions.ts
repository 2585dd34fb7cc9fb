"use server";

import { AppError } from "@clawlink/contract";
import { removeMethod } from "@clawlink/services/sign-in/remove-method";
import { removePasskey } from "@clawlink/services/sign-in/remove-passkey";
import { APIError } from "better-auth/api";
import { headers } from "next/headers";
import { z } from "zod";
import { createAuth } from "../auth/auth.ts";
import { passwordLength } from "../auth/password-length.ts";
import { mutation } from "../http/mutation.ts";

/** Takes a way to sign in away; never the last one. */
export const unlink = mutation(z.object({ id: z.string().max(64) }), async ({ id }, { user, database }) =>
  removeMethod(database, user.id, id),
);

/** Forgets a passkey. */
export const forgetPasskey = mutation(z.object({ id: z.string().max(64) }), async ({ id }, { user, database }) =>
  removePasskey(database, user.id, id),
);

/** Gives a person who signs in at a provider a password as well. */
export const addPassword = mutation(
  z.object({ password: z.string().min(passwordLength.least).max(passwordLength.most) }),
  async (input, asked) => {
    try {
      await createAuth(asked).api.setPassword({ body: { newPassword: input.password }, headers: await headers() });
    } catch (error) {
      if (error instanceof APIError) throw new AppError("conflict", "You have a password already.");
      throw error;
    }
  },
);
