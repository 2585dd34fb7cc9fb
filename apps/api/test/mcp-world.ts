import { exports } from "cloudflare:workers";
import { Client, type ClientOptions, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { z } from "zod";
import type { Person } from "./world.ts";

const entrypoints: unknown = exports;
/** This worker's public door, as the platform exposes it to tests. */
export const door = (entrypoints as { default: Fetcher }).default;

/** The newest revision of the protocol, which has no handshake. */
export const newest: ClientOptions = { versionNegotiation: { mode: { pin: "2026-07-28" } } };

/** Asks the worker as a client does. */
export async function ask(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  return door.fetch(new Request(input instanceof Request ? input : String(input), init));
}

/** The SDK's client, connected with the person's key. */
export async function connect(person: Person, path = "/api/mcp", options: ClientOptions = {}): Promise<Client> {
  const client = new Client({ name: "test", version: "1.0.0" }, options);
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`https://api.test${path}`), {
      requestInit: { headers: { "x-clawlink-api-key": person.key } },
      fetch: ask,
    }),
  );
  return client;
}

/** Posts JSON-RPC as a program does; text is posted as it is. */
export function post(
  key: string,
  message: unknown,
  { path = "/api/mcp", signal, ...headers }: { path?: string; signal?: AbortSignal; [header: string]: unknown } = {},
): Promise<Response> {
  return ask(`https://api.test${path}`, {
    method: "POST",
    headers: {
      "x-clawlink-api-key": key,
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      ...z.record(z.string(), z.string()).parse(headers),
    },
    body: typeof message === "string" ? message : JSON.stringify(message),
    ...(signal ? { signal } : {}),
  });
}

/** Begins a session of a revision of 2025; answers with its id. */
export async function beginSession(key: string, protocolVersion: string, capabilities: object = {}): Promise<string> {
  const clientInfo = { name: "test", version: "1" };
  const params = { protocolVersion, capabilities, clientInfo };
  const answer = await post(key, { jsonrpc: "2.0", id: 0, method: "initialize", params });
  await answer.text();
  return answer.headers.get("mcp-session-id") ?? "";
}

const Message = z.looseObject({ id: z.union([z.string(), z.number()]).optional(), method: z.string().optional() });

type Message = z.output<typeof Message>;

/** The messages of an event stream, one after the other, until it ends. */
export async function* messagesOf(response: Response): AsyncGenerator<Message> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1];
      text = text.slice(end + 2);
      if (data) yield Message.parse(JSON.parse(data));
    }
  }
}

/** All messages of an event stream that are still to come. */
export async function restOf(messages: AsyncIterable<Message>): Promise<Message[]> {
  const found: Message[] = [];
  for await (const message of messages) found.push(message);
  return found;
}
