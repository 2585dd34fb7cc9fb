"use server";

import { PairingToken, unwrap } from "@clawlink/contract";
import { z } from "zod";
import { formMutation } from "#http/form-mutation.ts";
import { pairingPath } from "./pairing-path.ts";

const Decision = PairingToken.extend({ action: z.enum(["approve", "reject"]) });

/** Lets a device act for the person, or turns it away. */
export const decidePairing = formMutation(
  Decision,
  async ({ token, action }, { user, environment }) => {
    const { RPC } = environment;
    unwrap(await (action === "approve" ? RPC.approvePairing(user.id, token) : RPC.rejectPairing(user.id, token)));
  },
  { settled: (form) => pairingPath(String(form.get("token"))) },
);
