import { exports } from "cloudflare:workers";
import { Client, type ClientOptions, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
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
