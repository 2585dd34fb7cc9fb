"use server";

import { unwrap } from "@clawlink/contract";
import { z } from "zod";
import { formMutation } from "../http/form-mutation.ts";
import { readWanted } from "./wanted-value.ts";

const Wanted = z.object({
  integration: z.string().max(64),
  connectionId: z.coerce.number().int().positive().nullable(),
});

/** Starts connecting an app, or reconnecting one row of it: where the popup goes, or a browser without scripts. */
export const startConnect = formMutation(
  Wanted,
  async ({ integration, connectionId }, { user, environment }) => {
    const { connectUrl } = unwrap(await environment.RPC.startConnect(user.id, integration, connectionId));
    return { connectUrl };
  },
  { read: readWanted, next: ({ connectUrl }) => connectUrl },
);
