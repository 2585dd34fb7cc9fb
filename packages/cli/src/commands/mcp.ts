import { once } from "node:events";
import { PassThrough } from "node:stream";
import { setImmediate } from "node:timers/promises";
import {
  isInitializeRequest,
  isJSONRPCRequest,
  isJSONRPCResultResponse,
  StreamableHTTPClientTransport,
} from "@modelcontextprotocol/client";
import { StdioServerTransport } from "@modelcontextprotocol/server/stdio";
import { z } from "zod";
import { userAgent } from "../ask.ts";
import { requireCredential } from "../credential.ts";
import type { AddCommand } from "./command.ts";

const Negotiated = z.object({ protocolVersion: z.string() });
/** JSON-RPC 2.0's code for an error of the server's own (https://www.jsonrpc.org/specification#error_object). */
const internalError = -32603;

/** `clawlink mcp`: MCP over standard input and output, for clients without HTTP; every message goes to `/api/mcp` and back. */
export const addMcp: AddCommand = (program) => {
  program
    .command("mcp")
    .description("MCP over standard input and output, for clients that cannot use HTTP")
    .option("--app <slug>", "one app's actions as tools, instead of clawlink.*")
    .action(async (options: { app?: string }) => {
      const { baseUrl, apiKey } = await requireCredential();
      const path = options.app ? `/api/mcp/${encodeURIComponent(options.app)}` : "/api/mcp";
      await bridge(new URL(path, baseUrl), apiKey);
    });
};

async function bridge(url: URL, apiKey: string): Promise<void> {
  // The transport closes with its input; answers that are under way have to get out first.
  const input = new PassThrough();
  process.stdin.pipe(input, { end: false });
  const near = new StdioServerTransport(input);
  const far = new StreamableHTTPClientTransport(url, {
    requestInit: { headers: { "x-clawlink-api-key": apiKey, "user-agent": userAgent }, redirect: "error" },
  });
  const underWay = new Set<Promise<void>>();
  let initializing: string | number | null = null;

  far.onmessage = (message) => {
    // Later requests have to name the revision that was agreed on here.
    if (isJSONRPCResultResponse(message) && message.id === initializing) {
      const { data } = Negotiated.safeParse(message.result);
      if (data) far.setProtocolVersion(data.protocolVersion);
    }
    void near.send(message);
  };
  near.onmessage = (message) => {
    if (isJSONRPCRequest(message) && isInitializeRequest(message)) initializing = message.id;
    const sent = far.send(message).catch(async (error: unknown) => {
      const text = error instanceof Error ? error.message : "ClawLink cannot be reached.";
      process.stderr.write(`clawlink mcp: ${text}\n`);
      if (isJSONRPCRequest(message))
        await near.send({
          jsonrpc: "2.0",
          id: message.id,
          error: { code: internalError, message: text.slice(0, 500) },
        });
    });
    underWay.add(sent);
    void sent.finally(() => underWay.delete(sent));
  };
  near.onerror = (error) => process.stderr.write(`clawlink mcp: ${error.message}\n`);
  await far.start();
  await near.start();
  await once(process.stdin, "end");
  await setImmediate();
  while (underWay.size > 0) await Promise.allSettled(underWay);
  await far.close();
  await near.close();
}
