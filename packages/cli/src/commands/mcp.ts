import { once } from "node:events";
import { PassThrough } from "node:stream";
import { setImmediate, setTimeout } from "node:timers/promises";
import {
  isInitializeRequest,
  isJSONRPCErrorResponse,
  isJSONRPCNotification,
  isJSONRPCRequest,
  isJSONRPCResultResponse,
  StreamableHTTPClientTransport,
} from "@modelcontextprotocol/client";
import { StdioServerTransport } from "@modelcontextprotocol/server/stdio";
import { z } from "zod";
import { userAgent } from "../ask.ts";
import { mcpAddress } from "../base-url.ts";
import { requireCredential } from "../credential.ts";
import type { AddCommand } from "./command.ts";

const Negotiated = z.object({ protocolVersion: z.string() });
const Cancelled = z.object({
  method: z.literal("notifications/cancelled"),
  params: z.object({ requestId: z.union([z.string(), z.number()]) }),
});
/** JSON-RPC 2.0's code for an error of the server's own (https://www.jsonrpc.org/specification#error_object). */
const internalError = -32603;

/** How long an answer may take once the client has gone, in milliseconds: a call takes 45 s at the most. */
const patienceMs = 60_000;

/** `clawlink mcp`: MCP over standard input and output, for clients without HTTP; every message goes to `/api/mcp` and back. */
export const addMcp: AddCommand = (program) => {
  program
    .command("mcp")
    .description("MCP over standard input and output, for clients that cannot use HTTP")
    .option("--app <slug>", "one app's actions as tools, instead of clawlink_*")
    .action(async (options: { app?: string }) => {
      const { baseUrl, apiKey } = await requireCredential();
      const url = options.app ? `${baseUrl}/api/mcp/${encodeURIComponent(options.app)}` : mcpAddress(baseUrl);
      await bridge(new URL(url), apiKey);
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
  const underWay = new Set<Promise<unknown>>();
  const add = (work: Promise<unknown>) => {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  };
  /** What to call once a request was answered: an answer may come in a stream, after the sending of its request is done. */
  const unanswered = new Map<string | number, () => void>();
  let initializing: string | number | null = null;

  far.onmessage = (message) => {
    // Later requests have to name the revision that was agreed on here.
    if (isJSONRPCResultResponse(message) && message.id === initializing) {
      const { data } = Negotiated.safeParse(message.result);
      if (data) far.setProtocolVersion(data.protocolVersion);
    }
    const sent = near.send(message);
    if (isJSONRPCResultResponse(message) || isJSONRPCErrorResponse(message))
      void sent.finally(() => unanswered.get(message.id ?? "")?.());
  };
  near.onmessage = (message) => {
    if (isJSONRPCRequest(message) && isInitializeRequest(message)) initializing = message.id;
    if (isJSONRPCRequest(message)) add(new Promise<void>((resolve) => unanswered.set(message.id, resolve)));
    // What was cancelled gets no answer.
    if (isJSONRPCNotification(message)) unanswered.get(Cancelled.safeParse(message).data?.params.requestId ?? "")?.();
    const sent = far.send(message).catch(async (error: unknown) => {
      const text = error instanceof Error ? error.message : "ClawLink cannot be reached.";
      process.stderr.write(`clawlink mcp: ${text}\n`);
      if (isJSONRPCRequest(message))
        await near.send({
          jsonrpc: "2.0",
          id: message.id,
          error: { code: internalError, message: text.slice(0, 500) },
        });
      if (isJSONRPCRequest(message)) unanswered.get(message.id)?.();
    });
    add(sent);
  };
  near.onerror = (error) => process.stderr.write(`clawlink mcp: ${error.message}\n`);
  await far.start();
  await near.start();
  await once(process.stdin, "end");
  await setImmediate();
  const late = new AbortController();
  const patience = setTimeout(patienceMs, null, { signal: late.signal }).catch(() => {});
  const answered = async () => {
    while (underWay.size > 0) await Promise.allSettled(underWay);
  };
  await Promise.race([answered(), patience]);
  late.abort();
  await far.close();
  await near.close();
}
