import { Client, type ClientOptions, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { createMcpHandler } from "@modelcontextprotocol/server";
import { createServer, type Host, type HostAnswer, type HostRequest, type ServerSettings } from "../src/index.ts";

/** How the endpoints answer one request. */
export type Reply = (request: HostRequest, signal?: AbortSignal) => HostAnswer | Promise<HostAnswer>;

/** The endpoints, scripted; what they were asked is kept. */
export function scriptedHost(reply: Reply): Host & { readonly asked: HostRequest[] } {
  const asked: HostRequest[] = [];
  return {
    asked,
    async call(request, signal) {
      asked.push(request);
      return reply(request, signal);
    },
  };
}

/** Sends JSON-RPC to a server over `host` as a program does. */
export function post(host: Host, settings: ServerSettings = {}) {
  const handler = createMcpHandler(() => createServer(host, settings));
  return (request: Request) => handler.fetch(request);
}

/** The SDK's client connected to a server over `host`, by the revision it is told to speak. */
export async function connect(
  host: Host,
  { settings = {}, ...options }: ClientOptions & { settings?: ServerSettings } = {},
): Promise<Client> {
  const send = post(host, settings);
  const client = new Client({ name: "test", version: "1.0.0" }, options);
  await client.connect(
    new StreamableHTTPClientTransport(new URL("http://mcp.test/api/mcp"), {
      fetch: (input, init) => send(new Request(input, init)),
    }),
  );
  return client;
}

/** The newest revision, without the handshake of the earlier ones. */
export const newest: ClientOptions = { versionNegotiation: { mode: { pin: "2026-07-28" } } };
