"use server";

import { AppError } from "@clawlink/contract";
import { APIError } from "better-auth/api";
import { headers } from "next/headers";
import { z } from "zod";
import { createAuth } from "../auth/auth.ts";
import { confirmPassword } from "../auth/confirm-password.ts";
import { formMutation } from "../http/form-mutation.ts";

const Change = z.object({
  email: z.string().trim().pipe(z.email("This is not an e-mail address.").max(254)),
  password: z.string().max(128).default(""),
});

/** Has a link sent to the address an account is to have; it has it once the link was opened. */
export const changeEmail = formMutation(
  Change,
  async ({ email, password }, asked) => {
    await confirmPassword(asked, password);
    try {
      await createAuth(asked).api.changeEmail({ body: { newEmail: email }, headers: await headers() });
    } catch (error) {
      if (error instanceof APIError)
        throw new AppError("bad_request", "This is your address already.", { invalidFields: ["email"] });
      throw error;
    }
    return { to: email };
  },
  { keep: ({ email }) => email },
);

/** Has the link that confirms an address sent again. */
export const confirmEmail = formMutation(z.object({}), async (_, asked) => {
  const { email } = asked.user;
  await createAuth(asked).api.sendVerificationEmail({ body: { email }, headers: await headers() });
  return { to: email };
});
