"use server";

import { HermesSessionId, unwrap } from "@clawlink/contract";
import { z } from "zod";
import { formMutation } from "#http/form-mutation.ts";
import { hermesPath } from "./hermes-path.ts";

const Decision = HermesSessionId.extend({ action: z.enum(["approve", "reject"]) });

/** Lets a Hermes agent act for the person, or turns it away. */
export const decideHermes = formMutation(
  Decision,
  async ({ session_id, action }, { user, environment }) => {
    unwrap(await environment.RPC.decideHermes(user.id, session_id, action));
  },
  { settled: (form) => hermesPath(String(form.get("session_id"))) },
);
