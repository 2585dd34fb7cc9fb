import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { advancePairing, beginPairing, type PairingState, pairingText } from "../pairing.ts";
import { defineTool, type Told } from "./define-tool.ts";

const pollMs = 3_000;
/** How long a watched pairing is waited for, in milliseconds; after that clawlink_get_pairing_status goes on with it. */
const patienceMs = 5 * 60_000;

/** The verifier stays out of what a model or a transcript gets. */
const told = (state: PairingState): Told => ({
  text: pairingText(state),
  details: {
    pairing: state.status,
    ...(state.status === "waiting"
      ? { pairUrl: state.pending.pairUrl, displayCode: state.pending.displayCode, expiresAt: state.pending.expiresAt }
      : {}),
  },
});

export const beginPairingTool = defineTool({
  name: "clawlink_begin_pairing",
  label: "Pair with ClawLink",
  description:
    "Start pairing this OpenClaw with the person's ClawLink account, or go on with a pairing under way. Give the person the link and the code. Only needed when another clawlink tool says it is not paired.",
  input: z.object({
    deviceLabel: z.string().trim().min(1).max(120).optional().describe("What the person will see this OpenClaw as."),
  }),
  unpaired: true,
  ownerOnly: true,
  run: async ({ api, input, signal, tell }) => {
    let state = await beginPairing(api, input.deviceLabel);
    if (!tell) return told(state);
    const until = Date.now() + patienceMs;
    while (state.status === "waiting" && Date.now() < until) {
      tell(told(state));
      await sleep(pollMs, undefined, { signal });
      state = await advancePairing(api);
    }
    return told(state);
  },
});

export const pairingStatusTool = defineTool({
  name: "clawlink_get_pairing_status",
  label: "ClawLink pairing status",
  description: "Whether the person has approved the pairing; finishes it when they have.",
  input: z.object({}),
  unpaired: true,
  ownerOnly: true,
  run: async ({ api }) => told(await advancePairing(api)),
});
