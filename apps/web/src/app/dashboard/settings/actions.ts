"use server";

import { AppError, unwrap } from "@clawlink/contract";
import { z } from "zod";
import { endAllBrowserSessions, endBrowserSession, endOtherBrowserSessions } from "#auth/browser-sessions.ts";
import { confirmPassword } from "#auth/confirm-password.ts";
import { requireSession } from "#auth/user.ts";
import { mutation } from "#http/mutation.ts";

/** Signs one browser out. */
export const endSession = mutation(z.object({ id: z.string().max(64) }), async ({ id }, { user, database }) =>
  endBrowserSession(database, user.id, id),
);

/** Signs the person out in every other browser. */
export const endOtherSessions = mutation(z.object({}), async (_, { user, database }) => {
  const { token } = await requireSession("/dashboard/settings");
  await endOtherBrowserSessions(database, user.id, token);
});

/** Signs the person out everywhere, here too. */
export const endAllSessions = mutation(z.object({}), async (_, { user, database }) =>
  endAllBrowserSessions(database, user.id),
);

const Leaving = z.object({ email: z.string().max(320), password: z.string().max(128) });

/** Removes the person's account with everything in it; they have to have typed their own e-mail address, and their password if they have one. */
export const deleteAccount = mutation(Leaving, async ({ email, password }, asked) => {
  if (email.trim().toLowerCase() !== asked.user.email.toLowerCase())
    throw new AppError("bad_request", "This is not the e-mail address of your account.");
  await confirmPassword(asked, password);
  return unwrap(await asked.environment.RPC.deleteAccount(asked.user.id));
});
