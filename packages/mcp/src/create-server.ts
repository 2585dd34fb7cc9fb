import { type CallToolResult, McpServer, type McpServerOptions } from "@modelcontextprotocol/server";
import { z } from "zod";
import type { Asker } from "./asker.ts";
import { type Cancelled, cancellable } from "./cancellable.ts";
import { askOnStream } from "./confirmation.ts";
import { failureText, readFailure } from "./failure-text.ts";
import type { Host, HostRequest } from "./host.ts";
import { registerPrompts } from "./prompts.ts";
import { registerResources } from "./resources.ts";
import { problem, runAction } from "./run-action.ts";
import { argumentsSchema, toolSchema } from "./tool-schema.ts";
import { type McpTool, mcpTools } from "./tools.ts";
import { clawlinkVoice, type NameStyle, type Voice } from "./voice.ts";

/** What a server may be told; times in milliseconds. */
export interface ServerSettings {
  readonly names?: NameStyle;
  readonly progressEveryMs?: number;
  /** Given where the client can be asked on the stream of a call. */
  readonly asker?: Asker | undefined;
  /** Aborted when the client cancels the call with this id alone, as it may one of a batch. */
  readonly cancelled?: Cancelled | undefined;
}

const identity = { name: "clawlink", title: "ClawLink", version: "1.0.0" };
/** Lists change with a deployment alone; what they hold depends on nobody. Resources are somebody's own. */
const cacheHints: NonNullable<McpServerOptions["cacheHints"]> = {
  "server/discover": { ttlMs: 300_000, cacheScope: "public" },
  "tools/list": { ttlMs: 300_000, cacheScope: "public" },
  "prompts/list": { ttlMs: 300_000, cacheScope: "public" },
  "resources/templates/list": { ttlMs: 300_000, cacheScope: "public" },
};

/** Nothing is announced later: every request has a server of its own. */
const capabilities = {
  tools: { listChanged: false },
  prompts: { listChanged: false },
  resources: { listChanged: false },
};

const instructions = (voice: Voice) =>
  `ClawLink runs actions in the person's connected apps. Find an action with ${voice.tool("clawlink.search")}, read its schema with ${voice.tool("clawlink.get_action")}, then run it with ${voice.tool("clawlink.execute")}. When an app is not connected, give the person the link from ${voice.tool("clawlink.connect_app")}.`;

/** A fresh MCP server over `host`, with the `clawlink.*` tools (CONTRACT.md section 8). */
export function createServer(
  host: Host,
  { names = "dot", progressEveryMs = 5_000, asker, cancelled }: ServerSettings = {},
): McpServer {
  const voice = clawlinkVoice(names);
  const server = new McpServer(identity, { instructions: instructions(voice), capabilities, cacheHints });
  const surroundings = { host, voice, progressEveryMs, ask: askOnStream(server, asker) };
  for (const tool of mcpTools) {
    server.registerTool(voice.tool(tool.name), describe(tool), async (input, called) => {
      const work = tool.work(input);
      const context = cancellable(called, cancelled);
      return "run" in work
        ? runAction(work.run, surroundings, context)
        : ask(host, voice, work.ask, context.mcpReq.signal);
    });
  }
  registerResources(server, host, voice);
  registerPrompts(server, host, voice);
  return server;
}

function describe({ name, title, description, input, output, readOnly, idempotent }: McpTool) {
  const runs = name === "clawlink.execute";
  const annotations = {
    readOnlyHint: readOnly,
    destructiveHint: runs,
    idempotentHint: idempotent,
  };
  return { title, description, inputSchema: argumentsSchema(input), outputSchema: toolSchema(output), annotations };
}

const Connect = z.looseObject({ connect_url: z.string(), instructions: z.array(z.string()) });

async function ask(host: Host, voice: Voice, request: HostRequest, signal: AbortSignal): Promise<CallToolResult> {
  const { status, body } = await host.call(request, signal);
  if (status >= 400) return problem(failureText(readFailure(body), voice));
  const connect = Connect.safeParse(body);
  const text = connect.success
    ? [`connect_url: ${connect.data.connect_url}`, ...connect.data.instructions].join("\n")
    : JSON.stringify(body);
  return { structuredContent: z.record(z.string(), z.unknown()).parse(body), content: [{ type: "text", text }] };
}
