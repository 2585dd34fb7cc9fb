import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import plugin from "../src/index.ts";
import type { AgentTool, Command, HostConfig, OpenClawApi, ToolContext, ToolResult } from "../src/openclaw-api.ts";

const states: string[] = [];
afterAll(() => Promise.all(states.map((state) => rm(state, { recursive: true, force: true }))));

/** An OpenClaw as the plugin sees it: a configuration it may change, a state folder, and what the plugin has registered. */
export class FakeOpenClaw {
  readonly state = mkdtempSync(join(tmpdir(), "clawlink-plugin-"));
  readonly tools = new Map<string, (context: ToolContext) => AgentTool | null>();
  /** What is in the file; the gateway goes on with what it has read at its start, as the real one does. */
  file: HostConfig;
  #running: HostConfig;
  #command: Command | null = null;

  constructor(config: Record<string, unknown>) {
    states.push(this.state);
    this.file = { plugins: { entries: { clawlink: { enabled: true, config } } } };
    this.#running = structuredClone(this.file);
    plugin.register(this.#api());
  }

  /** Starts again with what is in the file. */
  restart(): void {
    this.#running = structuredClone(this.file);
  }

  /** Calls a tool as an owner's turn does, unless `context` says otherwise. */
  async call(
    name: string,
    args: unknown = {},
    { context = {}, onUpdate }: { context?: ToolContext; onUpdate?: (partial: ToolResult) => void } = {},
  ): Promise<{ text: string; details: unknown }> {
    const tool = this.tools.get(name)?.(context);
    if (!tool) throw new Error(`There is no ${name} in this turn.`);
    const { content, details } = await tool.execute("call", args, undefined, onUpdate);
    return { text: content.map(({ text }) => text).join("\n"), details };
  }

  /** Types `/clawlink …`. */
  async command(args: string): Promise<string> {
    if (!this.#command) throw new Error("There is no /clawlink.");
    return (await this.#command.handler({ args })).text;
  }

  get config(): Record<string, unknown> {
    return this.file.plugins?.entries?.clawlink?.config ?? {};
  }

  #api(): OpenClawApi {
    return {
      runtime: {
        config: {
          current: () => this.#running,
          mutateConfigFile: async ({ mutate }) => mutate(this.file),
        },
        state: { resolveStateDir: () => this.state },
      },
      registerTool: (make, { name }) => void this.tools.set(name, make),
      registerCommand: (command) => {
        this.#command = command;
      },
    };
  }
}
