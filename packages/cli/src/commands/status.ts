import { WhoAmI } from "@clawlink/contract";
import { z } from "zod";
import { ask } from "../ask.ts";
import { installedClients } from "../clients/installs.ts";
import { requireCredential } from "../credential.ts";
import { type AddCommand, outputOf } from "./command.ts";

const Who = WhoAmI.pick({ user_id: true }).extend({ device: z.object({ name: z.string(), kind: z.string() }) });
const Apps = z.object({
  integrations: z.array(z.object({ integration: z.string(), authState: z.string() })),
  integrations_total: z.int().optional(),
});

/** `clawlink status`: which ClawLink, whether the key works, what is connected and configured. */
export const addStatus: AddCommand = (program) => {
  program
    .command("status")
    .description("which ClawLink this machine is paired with, and whether the key works")
    .action(async (_options, command) => {
      const credential = await requireCredential();
      const [{ device }, { integrations, integrations_total: total = integrations.length }] = await Promise.all([
        ask(credential, { path: "/api/agent/whoami", answer: Who }),
        ask(credential, { path: "/api/integrations?page_size=1", answer: Apps }),
      ]);
      const from = process.env.CLAWLINK_API_KEY ? "environment" : "file";
      const clients = await installedClients();
      const ill = integrations.filter(({ authState }) => authState !== "healthy").length;
      const among = total > integrations.length ? ` of the first ${integrations.length}` : "";
      const text = [
        `ClawLink  ${credential.baseUrl}`,
        `device    ${device.name} (key …${credential.apiKey.slice(-4)}, from ${from})`,
        `accounts  ${total} connected${ill > 0 ? `, ${ill}${among} to be reconnected` : ""}`,
        `clients   ${clients.join(", ") || "none configured by clawlink install"}`,
      ];
      outputOf(command).answer(text.join("\n"), { baseUrl: credential.baseUrl, from, device, integrations, clients });
    });
};
