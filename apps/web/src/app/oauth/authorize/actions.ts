"use server";

import { AccessPolicy, unwrap } from "@clawlink/contract";
import { z } from "zod";
import { formMutation } from "#http/form-mutation.ts";
import { readPolicyForm } from "#keys/read-policy-form.ts";

const Decision = z.object({
  query: z.string().max(8_000),
  action: z.enum(["approve", "reject"]),
  policy: AccessPolicy,
});

/** Lets an MCP client in with a policy, or turns it away; the request is checked again. Where the browser goes next. */
export const decideAuthorization = formMutation(
  Decision,
  async ({ query, action, policy }, { user, environment }) =>
    unwrap(await environment.RPC.decideAuthorization(user.id, query, action === "approve" ? policy : null)),
  { read: readPolicyForm },
);
