"use server";

import { AppError } from "@clawlink/contract";
import { removeMethod } from "@clawlink/services/sign-in/remove-method";
import { removePasskey } from "@clawlink/services/sign-in/remove-passkey";
import { APIError } from "better-auth/api";
import { headers } from "next/headers";
import { z } from "zod";
import { askAuth } from "../auth/ask-auth.ts";
import { createAuth } from "../auth/auth.ts";
import { authRefusal } from "../auth/auth-refusal.ts";
import { passwordLength } from "../auth/password-length.ts";
import { signInProviders } from "../auth/sign-in-providers.ts";
import { formMutation } from "../http/form-mutation.ts";

const Named = z.object({ id: z.string().max(64) });
const back = "/dashboard/settings";

/** Where the signed-in person shows that an account at a provider is theirs, to sign in with it from then on. */
export const linkProvider = formMutation(Named, async ({ id }, { environment }) => {
  const provider = signInProviders(environment).find((known) => known.id === id);
  if (!provider) throw new AppError("not_found", "Nobody signs in there.");
  const answer = await askAuth("/link-social", { provider: id, callbackURL: back, errorCallbackURL: back });
  if (!answer.url) throw authRefusal(answer);
  return { url: answer.url, name: provider.name };
});

/** Takes a way to sign in away; never the last one. */
export const unlink = formMutation(Named, async ({ id }, { user, database }) => removeMethod(database, user.id, id));

/** Forgets a passkey. */
export const forgetPasskey = formMutation(Named, async ({ id }, { user, database }) =>
  removePasskey(database, user.id, id),
);

/** Gives a person who signs in at a provider a password as well. */
export const addPassword = formMutation(
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
