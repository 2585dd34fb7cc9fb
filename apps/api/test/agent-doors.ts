import { JsonObject } from "@clawlink/contract";
import { vi } from "vitest";
import { FakeOpenClaw } from "../../../packages/openclaw-plugin/test/fake-openclaw.ts";
import { ask, connect } from "./mcp-world.ts";
import type { Person } from "./world.ts";

/** What an agent wants done; a door puts it into the words of its own tools. */
export interface Wish {
  readonly integration: string;
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly confirmed?: boolean;
  readonly connectionId?: number;
  readonly idempotencyKey?: string;
}

/** A call of a tool, with the arguments as the agent would send them. */
export interface ToolCall {
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** One way for an agent to its tools: it reads text, and sees whether it is about a failure. */
export interface Door {
  /** The argument that holds an action's own arguments. */
  readonly inputName: string;
  call(wish: Wish): ToolCall;
  use(call: ToolCall): Promise<{ readonly text: string; readonly failed: boolean }>;
}

interface McpDoor extends Door {
  use(call: ToolCall): ReturnType<Door["use"]> & Promise<{ readonly structured: Record<string, unknown> | undefined }>;
}

/** `clawlink.execute` and its neighbours, through the SDK's client. */
export async function mcpDoor(person: Person): Promise<McpDoor> {
  const client = await connect(person);
  return {
    inputName: "input",
    call: ({ integration, action, input, confirmed, connectionId, idempotencyKey }) => ({
      name: "clawlink.execute",
      arguments: {
        integration_id: integration,
        action_id: action,
        input,
        confirm: confirmed,
        connection_id: connectionId,
        idempotency_key: idempotencyKey,
      },
    }),
    async use({ name, arguments: sent }) {
      const { content, isError, structuredContent } = await client.callTool({ name, arguments: { ...sent } });
      const [first] = Array.isArray(content) ? content : [];
      const text = first?.type === "text" ? first.text : "";
      return { text, structured: JsonObject.optional().parse(structuredContent), failed: isError === true };
    },
  };
}

/** The same through a client that shows its model the structured content alone where there is one, as Codex does. */
async function structuredDoor(person: Person): Promise<Door> {
  const { use, ...door } = await mcpDoor(person);
  return {
    ...door,
    async use(call) {
      const { text, structured, failed } = await use(call);
      if (!structured) return { text, failed };
      // A model reads the strings of JSON as they are meant, line by line.
      const { message = "", hint = "" } = structured;
      return { text: `${message}\n${hint}\n${JSON.stringify(structured)}`, failed };
    },
  };
}

/** The tools of the OpenClaw plugin, which ask the tool endpoints. */
export async function pluginDoor(person: Person): Promise<Door> {
  const elsewhere = globalThis.fetch;
  vi.stubGlobal("fetch", (input: string | URL | Request, init?: RequestInit) => {
    const address = input instanceof Request ? input.url : String(input);
    // The runtime's own fetch knows "manual" and "follow"; nothing here redirects.
    const { redirect: _, ...rest } = init ?? {};
    return address.startsWith("https://api.test/") ? ask(address, rest) : elsewhere(input, init);
  });
  const openclaw = new FakeOpenClaw({ baseUrl: "https://api.test", apiKey: person.key });
  return {
    inputName: "arguments",
    call: ({ integration, action, input, ...controls }) => ({
      name: "clawlink_call_tool",
      arguments: { tool: `${integration.replaceAll("-", "_")}_${action}`, arguments: input, ...controls },
    }),
    async use({ name, arguments: sent }) {
      const { text, details } = await openclaw.call(name, sent);
      return { text, failed: Object(details).ok === false };
    },
  };
}

/** Every way an agent has to its tools that texts are written for. */
export const doors = {
  MCP: mcpDoor,
  "the structured content of MCP": structuredDoor,
  "the OpenClaw plugin": pluginDoor,
} as const;
