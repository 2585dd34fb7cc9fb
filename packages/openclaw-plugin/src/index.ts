import { clawlinkCommand } from "./command.ts";
import type { OpenClawApi } from "./openclaw-api.ts";
import { pluginId } from "./settings.ts";
import { tools } from "./tools/tools.ts";

/** The plugin as OpenClaw loads it. */
export default {
  id: pluginId,
  name: "ClawLink",
  description: "Use the apps a person has connected to ClawLink.",
  register(api: OpenClawApi): void {
    api.registerCommand(clawlinkCommand(api));
    for (const { name, make } of tools) api.registerTool((context) => make(api, context), { name });
  },
};
