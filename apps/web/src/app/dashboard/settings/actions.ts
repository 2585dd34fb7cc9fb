"use server";

import { AppError, unwrap } from "@clawlink/contract";
import { z } from "zod";
import { endAllBrowserSessions, endBrowserSession } from "#auth/browser-sessions.ts";
import { mutation } from "#http/mutation.ts";

/** Signs one browser out. */
export const endSession = mutation(z.object({ id: z.string().max(64) }), async ({ id }, { user, database }) =>
  endBrowserSession(database, user.id, id),
);

/** Signs the person out everywhere, here too. */
export const endAllSessions = mutation(z.object({}), async (_, { user, database }) =>
  endAllBrowserSessions(database, user.id),
);

/** Removes the person's account with everything in it; they have to have typed their own e-mail address. */
export const deleteAccount = mutation(z.object({ email: z.string().max(320) }), async ({ email }, asked) => {
  if (email.trim().toLowerCase() !== asked.user.email.toLowerCase())
    throw new AppError("bad_request", "This is not the e-mail address of your account.");
  return unwrap(await asked.environment.RPC.deleteAccount(asked.user.id));
});
