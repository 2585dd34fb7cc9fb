"use server";

import { AccessPolicy, unwrap } from "@clawlink/contract";
import { z } from "zod";
import { mutation } from "#http/mutation.ts";

const Decision = z.object({ query: z.string().max(8_000), policy: AccessPolicy.nullable() });

/** Lets an MCP client in with a policy, or turns it away without one; the request is checked again. Where the browser goes next. */
export const decideAuthorization = mutation(Decision, async ({ query, policy }, { user, environment }) =>
  unwrap(await environment.RPC.decideAuthorization(user.id, query, policy)),
);
