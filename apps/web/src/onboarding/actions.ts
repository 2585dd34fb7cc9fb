"use server";

import { readProgress } from "@clawlink/services/account/read-progress";
import { cookies } from "next/headers";
import { z } from "zod";
import { formMutation } from "../http/form-mutation.ts";
import { mutation } from "../http/mutation.ts";
import { dismissedCookie } from "./dismissed-cookie.ts";

const year = 365 * 24 * 3600;

/** How far the person has come by now. */
export const lookAgain = mutation(z.object({}), async (_, { user, environment, database }) => {
  await environment.RPC.flushUsage(user.id);
  return readProgress(database, user.id);
});

/** Puts the person's first steps away in this browser. */
export const dismiss = formMutation(z.object({}), async (_, { user, environment }) => {
  const secure = environment.WEB_ORIGIN.startsWith("https:");
  const options = { httpOnly: true, sameSite: "lax", secure, path: "/", maxAge: year } as const;
  (await cookies()).set(dismissedCookie, user.id, options);
});
