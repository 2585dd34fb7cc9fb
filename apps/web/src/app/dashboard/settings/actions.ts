"use server";

import { AppError, unwrap } from "@clawlink/contract";
import { cookies } from "next/headers";
import { z } from "zod";
import { leftCookie, writeLeft } from "#account/left-cookie.ts";
import { endAllBrowserSessions, endBrowserSession, endOtherBrowserSessions } from "#auth/browser-sessions.ts";
import { confirmPassword } from "#auth/confirm-password.ts";
import { requireSession } from "#auth/user.ts";
import { formMutation } from "#http/form-mutation.ts";
import { platform } from "#platform/platform.ts";

/** Signs one browser out. */
export const endSession = formMutation(z.object({ id: z.string().max(64) }), async ({ id }, { user, database }) =>
  endBrowserSession(database, user.id, id),
);

/** Signs the person out in every other browser. */
export const endOtherSessions = formMutation(z.object({}), async (_, { user, database }) => {
  const { token } = await requireSession("/dashboard/settings");
  await endOtherBrowserSessions(database, user.id, token);
});

/** Signs the person out everywhere, here too. */
export const endAllSessions = formMutation(
  z.object({}),
  async (_, { user, database }) => endAllBrowserSessions(database, user.id),
  { next: () => "/sign-in" },
);

const Leaving = z.object({ email: z.string().max(320), password: z.string().max(128).default("") });

/** Removes the person's account with everything in it; they have to have typed their own e-mail address, and their password if they have one. */
export const deleteAccount = formMutation(
  Leaving,
  async ({ email, password }, asked) => {
    if (email.trim().toLowerCase() !== asked.user.email.toLowerCase())
      throw new AppError("bad_request", "This is not the e-mail address of your account.", {
        invalidFields: ["email"],
      });
    await confirmPassword(asked, password);
    return unwrap(await asked.environment.RPC.deleteAccount(asked.user.id));
  },
  {
    next: async (deleted) => {
      const { name, options } = leftCookie(platform().environment.WEB_ORIGIN);
      (await cookies()).set(name, writeLeft(deleted), options);
      return options.path;
    },
    keep: ({ email }) => email,
  },
);
