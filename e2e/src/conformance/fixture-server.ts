import { randomBytes, randomUUID } from "node:crypto";
import {
  createMcpHandler,
  createRequestStateCodec,
  isLegacyRequest,
  localhostAllowedHostnames,
  McpServer,
  validateHostHeader,
  validateOriginHeader,
  WebStandardStreamableHTTPServerTransport,
} from "@modelcontextprotocol/server";
import { registerPrompts, registerResources, registerTools } from "./fixture-content.ts";
import { registerPushed, registerRounds } from "./fixture-questions.ts";
import { listen } from "./listen.ts";

const codec = createRequestStateCodec<string>({ key: randomBytes(32) });

/** A server with everything the conformance suite wants of its subject, on the packages that ClawLink's own is made of. */
function fixtureServer(legacy: boolean): McpServer {
  const server = new McpServer(
    { name: "fixtures", version: "1.0.0" },
    {
      capabilities: { logging: {}, resources: { subscribe: true } },
      requestState: { verify: codec.verify },
    },
  );
  registerTools(server);
  registerResources(server);
  registerPrompts(server);
  registerPushed(server);
  if (!legacy) registerRounds(server, (state) => codec.mint(state));
  if (legacy) {
    server.server.setRequestHandler("resources/subscribe", async () => ({}));
    server.server.setRequestHandler("resources/unsubscribe", async () => ({}));
  }
  return server;
}

/** Serves the fixtures on loopback: 2026-07-28 without a session, as ClawLink does; earlier revisions with one, since questions to the client need it. */
export async function startFixtureServer(port: number): Promise<{ close: () => void }> {
  const modern = createMcpHandler(() => fixtureServer(false), { legacy: "reject" });
  const sessions = new Map<string, WebStandardStreamableHTTPServerTransport>();
  const open = async () => {
    const transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => void sessions.set(id, transport),
      onsessionclosed: (id) => void sessions.delete(id),
    });
    await fixtureServer(true).connect(transport);
    return transport;
  };
  return listen(port, async (request) => {
    const allowed = localhostAllowedHostnames();
    const host = validateHostHeader(request.headers.get("host"), allowed);
    const origin = validateOriginHeader(request.headers.get("origin"), allowed);
    if (!host.ok || !origin.ok) return new Response("Not from there.", { status: 403 });
    if (!(await isLegacyRequest(request))) return modern.fetch(request);
    const id = request.headers.get("mcp-session-id");
    if (id === null) return (await open()).handleRequest(request);
    return sessions.get(id)?.handleRequest(request) ?? new Response("No such session.", { status: 404 });
  });
}
