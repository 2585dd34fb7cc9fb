import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One request as the provider read it. */
export interface Hit {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly headers: IncomingMessage["headers"];
  readonly at: number;
}

/** What the provider does with a request; `index` counts this token's requests from 0. */
export type Behaviour = (response: ServerResponse, hit: Hit, index: number) => void;

/** The provider's side of one token. */
export interface Script {
  readonly hits: Hit[];
  behave: Behaviour;
}

/** A provider that does as it is told, token by token. It listens on loopback alone. */
export interface Upstream {
  readonly origin: string;
  readonly port: number;
  script(token: string, behave: Behaviour): Script;
  close(): Promise<void>;
}

export const sendJson = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) => response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));

/** Who a token is, as the apps of this bench ask for it; null for any other request. */
function identity(path: string, token: string): unknown {
  if (path === "/user") return { id: Number.parseInt(token.slice(-8), 36) % 1e9, login: `login-${token.slice(-8)}` };
  if (path === "/domains") return { data: [{ id: token.slice(-12), name: "example.com" }] };
  if (path.startsWith("/v1/customers?limit=1")) return { object: "list", data: [] };
  return null;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** Without `keepAlive` every request has a connection of its own: workerd repeats a GET by itself when a reused one breaks. */
export async function startUpstream({ port = 0, keepAlive = false } = {}): Promise<Upstream> {
  const scripts = new Map<string, Script>();
  const server = createServer({ keepAliveTimeout: 60_000 }, async (request, response) => {
    try {
      const { method = "", url: path = "", headers } = request;
      if (!keepAlive) response.setHeader("connection", "close");
      const body = await bodyOf(request);
      if (path === "/login/oauth/access_token") {
        const code = new URLSearchParams(body).get("code") ?? "";
        return sendJson(response, 200, { access_token: code, token_type: "bearer", scope: "repo,read:user" });
      }
      const token = (headers.authorization ?? "").replace(/^Bearer /, "");
      const script = scripts.get(token);
      if (!script) return sendJson(response, 401, { message: "Bad credentials" });
      const who = method === "GET" ? identity(path, token) : null;
      if (who) return sendJson(response, 200, who);
      const hit = { method, path, body, headers, at: Date.now() };
      script.hits.push(hit);
      script.behave(response, hit, script.hits.length - 1);
    } catch {
      response.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address: AddressInfo | string | null = server.address();
  const listening = typeof address === "object" && address ? address.port : port;
  return {
    origin: `http://127.0.0.1:${listening}`,
    port: listening,
    script(token, behave) {
      const script: Script = { hits: [], behave };
      scripts.set(token, script);
      return script;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
