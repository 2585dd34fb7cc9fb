"use server";

import { ExecutionParam, unwrap } from "@clawlink/contract";
import { z } from "zod";
import { approvalsPath } from "#approvals/approvals-path.ts";
import { formMutation } from "#http/form-mutation.ts";

const Decision = ExecutionParam.extend({ action: z.enum(["approve", "reject"]) });

/** Runs a waiting call, or turns it down. What came of it is in Usage. */
export const decideExecution = formMutation(
  Decision,
  async ({ id, action }, { user, environment }) => {
    unwrap(await environment.RPC.decideExecution(user.id, id, action));
  },
  { settled: (form) => `${approvalsPath}/${encodeURIComponent(String(form.get("id")))}` },
);
