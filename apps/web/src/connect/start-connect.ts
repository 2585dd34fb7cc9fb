"use server";

import { unwrap } from "@clawlink/contract";
import { z } from "zod";
import { mutation } from "../http/mutation.ts";

const Wanted = z.object({ integration: z.string().max(64), connectionId: z.int().positive().nullable() });

/** Starts connecting an app, or reconnecting one row of it: where the popup goes. */
export const startConnect = mutation(Wanted, async ({ integration, connectionId }, { user, environment }) => {
  const { connectUrl } = unwrap(await environment.RPC.startConnect(user.id, integration, connectionId));
  return { connectUrl };
});
