import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it arrived, body parsed. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly key: string | undefined;
  readonly headers: IncomingHttpHeaders;
  // biome-ignore lint/suspicious/noExplicitAny: tests state what they expect of a body
  readonly body: any;
}

type Answer = {
  readonly status?: number;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
  /** How long after its head the body comes, in milliseconds. */
  readonly bodyAfterMs?: number;
};

/** ClawLink as its clients see it over the network, for tests of clients that are published: answers by `METHOD /path`, and keeps what it was asked. */
export class FakeClawLink {
  readonly seen: Seen[] = [];
  readonly answers = new Map<string, (seen: Seen) => Answer>();
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** Listens on a free port of loopback. */
  static async start(): Promise<FakeClawLink> {
    const server = createServer();
    const fake = new FakeClawLink(server);
    server.on("request", async (request, response) => {
      const seen = await read(request);
      fake.seen.push(seen);
      const answer = fake.answers.get(`${seen.method} ${seen.path.split("?")[0]}`);
      const {
        status = 200,
        body,
        headers = {},
        bodyAfterMs = 0,
      } = answer?.(seen) ?? {
        status: 404,
        body: { error: "There is nothing at this address.", code: "not_found", hint: "Check the address." },
      };
      response.writeHead(status, { "content-type": "application/json", ...headers });
      if (bodyAfterMs > 0) {
        response.flushHeaders();
        await new Promise((resolve) => setTimeout(resolve, bodyAfterMs));
      }
      response.end(typeof body === "string" ? body : JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return fake;
  }

  get url(): string {
    const address: AddressInfo | string | null = this.#server.address();
    return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  }

  /** Answers a route, as `GET /path`, with this from now on. */
  on(route: string, answer: unknown, status = 200): void {
    this.answers.set(route, () => ({ status, body: answer }));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

async function read(request: IncomingMessage): Promise<Seen> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString("utf8");
  return {
    method: request.method ?? "",
    headers: request.headers,
    path: request.url ?? "",
    key: request.headers["x-clawlink-api-key"]?.toString(),
    body: text === "" ? null : JSON.parse(text),
  };
}
