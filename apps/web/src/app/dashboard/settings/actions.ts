"use server";

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
