"use server";

import { ConnectionId, JsonObject, unwrap } from "@clawlink/contract";
import { z } from "zod";
import { mutation } from "#http/mutation.ts";
import { callView } from "#playground/call-view.ts";

const Call = z.object({
  tool: z.string().max(200),
  input: JsonObject,
  connection: ConnectionId.nullable(),
  mode: z.enum(["preview", "direct"]),
  confirmed: z.boolean(),
});

/** Shows what a call would send, or makes it; either is in Usage. */
export const makeCall = mutation(Call, async ({ tool, input, connection, mode, confirmed }, { user, environment }) => {
  const controls = { confirmed, ...(connection !== null && { connectionId: connection }) };
  return callView(unwrap(await environment.RPC.callTool(user.id, { toolName: tool, input, controls, mode })));
});
