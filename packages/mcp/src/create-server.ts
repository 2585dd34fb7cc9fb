import { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import type { Host } from "./host.ts";
import { failureText, successText } from "./tool-text.ts";
import { mcpTools } from "./tools.ts";

const instructions =
  "ClawLink runs actions in the person's connected apps. Search for an action, read its schema with get_action, then execute it. When something is not connected, give the person the link from connect_app.";

/** A fresh MCP server over `host`, with the `clawlink.*` tools (CONTRACT.md section 8). */
export function createServer(host: Host): McpServer {
  const server = new McpServer({ name: "clawlink", version: "1.0.0" }, { instructions });
  for (const tool of mcpTools) {
    server.registerTool(
      tool.name,
      {
        title: tool.title,
        description: tool.description,
        inputSchema: tool.input,
        outputSchema: tool.output,
        annotations: {
          readOnlyHint: tool.readOnly,
          destructiveHint: tool.name === "clawlink.execute",
          idempotentHint: tool.idempotent,
          openWorldHint: tool.name === "clawlink.execute",
        },
      },
      async (input) => {
        const { status, body } = await host.call(tool.request(input));
        if (status >= 400 || status === 202)
          return { isError: true, content: [{ type: "text", text: failureText(body) }] };
        const structuredContent = z.record(z.string(), z.unknown()).parse(body);
        return { structuredContent, content: [{ type: "text", text: successText(body) }] };
      },
    );
  }
  return server;
}
