import type { Command, OpenClawApi } from "./openclaw-api.ts";
import { advancePairing, beginPairing, forget, pairingText } from "./pairing.ts";
import { readPending } from "./pending-pairing.ts";
import { readSettings } from "./settings.ts";

const usage = [
  "/clawlink pair [name of this device]",
  "/clawlink pair-status",
  "/clawlink status",
  "/clawlink logout",
].join("\n");

/** `/clawlink …`, for owners of the gateway: whoever pairs decides whose apps the agent uses. */
export function clawlinkCommand(api: OpenClawApi): Command {
  return {
    name: "clawlink",
    description: "Pair this OpenClaw with ClawLink, or see how it stands.",
    acceptsArgs: true,
    requiredScopes: ["operator.admin"],
    handler: async ({ args = "" }) => {
      const [action = "help", ...words] = args.trim().split(/\s+/).filter(Boolean);
      try {
        return { text: await run(api, action.toLowerCase(), words.join(" ").slice(0, 120)) };
      } catch (error) {
        return { text: error instanceof Error ? error.message : "That did not work." };
      }
    },
  };
}

async function run(api: OpenClawApi, action: string, rest: string): Promise<string> {
  switch (action) {
    case "pair":
      return pairingText(await beginPairing(api, rest.replace(/^(["'])(.*)\1$/, "$2")));
    case "pair-status":
      return pairingText(await advancePairing(api));
    case "status": {
      const { baseUrl, apiKey } = readSettings(api);
      const pending = await readPending(api, baseUrl);
      const key = apiKey ? `key …${apiKey.slice(-4)}` : "no key";
      const next = apiKey ? "" : "Next: /clawlink pair";
      return [`ClawLink at ${baseUrl}: ${key}.`, pending ? pairingText({ status: "waiting", pending }) : next]
        .filter(Boolean)
        .join("\n");
    }
    case "logout":
      return (await forget(api))
        ? "The key is revoked and gone from this OpenClaw."
        : "The key is gone from this OpenClaw, but ClawLink could not be told. Revoke it under Devices in its dashboard.";
    default:
      return action === "help" ? usage : `There is no /clawlink ${action.slice(0, 40)}.\n${usage}`;
  }
}
