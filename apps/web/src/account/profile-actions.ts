"use server";

import { AppError } from "@clawlink/contract";
import { z } from "zod";
import { askAuth } from "../auth/ask-auth.ts";
import { authRefusal } from "../auth/auth-refusal.ts";
import { passwordLength } from "../auth/password-length.ts";
import { formMutation } from "../http/form-mutation.ts";

/** Gives the signed-in person another name. */
export const saveName = formMutation(z.object({ name: z.string().min(1).max(80) }), async ({ name }) => {
  const answer = await askAuth("/update-user", { name });
  if (answer.status !== 200) throw authRefusal(answer);
});

const Passwords = z.object({
  currentPassword: z.string().max(passwordLength.most),
  newPassword: z.string().min(passwordLength.least).max(passwordLength.most),
});

/** Changes the signed-in person's password, and signs them out in every other browser. */
export const changePassword = formMutation(Passwords, async (passwords) => {
  const answer = await askAuth("/change-password", { ...passwords, revokeOtherSessions: true });
  if (answer.status === 200) return;
  if (answer.code === "INVALID_PASSWORD")
    throw new AppError("bad_request", "This is not your password.", { invalidFields: ["currentPassword"] });
  throw authRefusal(answer);
});
