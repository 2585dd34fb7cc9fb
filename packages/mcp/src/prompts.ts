import { completable, type McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { appGuide } from "./app-guide.ts";
import type { Host } from "./host.ts";
import { completeApp } from "./resources.ts";
import type { Voice } from "./voice.ts";

const asked = (text: string) => ({ messages: [{ role: "user" as const, content: { type: "text" as const, text } }] });

/** The prompts a person can pick in their client: connect an app, and what can I do with one. */
export function registerPrompts(server: McpServer, host: Host, voice: Voice): void {
  const argsSchema = z.object({
    app: completable(z.string().min(1).max(64).describe("App id, such as gmail."), (text) => completeApp(host, text)),
  });
  server.registerPrompt(
    "connect_app",
    { title: "Connect an app", description: "Connect one of your apps to ClawLink.", argsSchema },
    ({ app }) =>
      asked(
        `I want to connect ${app} to ClawLink. Call ${voice.tool("clawlink.connect_app")} with {"integration_id": ${JSON.stringify(app)}} and give me the link to open. When I say that I am done, check it with ${voice.tool("clawlink.get_connection")}.`,
      ),
  );
  server.registerPrompt(
    "what_can_i_do",
    { title: "What can I do with an app?", description: "What an app can do through ClawLink.", argsSchema },
    async ({ app }) =>
      asked(
        `What can I do with ${app} through ClawLink? Tell me in a few words, with an example or two that fit me.\n\n${await appGuide(host, voice, app)}`,
      ),
  );
}
