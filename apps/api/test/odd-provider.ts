import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

const repository =
  '{"id":1,"name":"x","full_name":"odd/x","private":false,"html_url":"https://github.com/x/x","owner":{"login":"x"},"default_branch":"main"}';
/** Answers a status so many times, and then with a repository. */
const before =
  (times: number, status: number) => (_request: IncomingMessage, response: ServerResponse, count: number) =>
    count <= times
      ? response.writeHead(status, { "content-type": "application/json" }).end('{"message":"Not now"}')
      : response.writeHead(200, { "content-type": "application/json" }).end(repository);

/** How a provider can answer oddly; a request asks for one by the word in its path, as in `/repos/odd-html/x`. */
const oddities: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse, count: number) => void>> =
  {
    "odd-html": (_request, response) =>
      response.writeHead(200, { "content-type": "text/html" }).end("<html><body>Down for maintenance</body></html>"),
    "odd-html-500": (_request, response) =>
      response.writeHead(500, { "content-type": "text/html" }).end("<html>oops</html>"),
    "odd-empty": (_request, response) => response.writeHead(200).end(),
    "odd-204": (_request, response) => response.writeHead(204).end(),
    "odd-shape": (_request, response) =>
      response.writeHead(200, { "content-type": "application/json" }).end('{"unexpected":true}'),
    "odd-huge": (_request, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const chunk = Buffer.alloc(1_000_000, 32);
      let sent = 0;
      const more = () => {
        while (sent < 100 && !response.destroyed) {
          sent += 1;
          if (!response.write(chunk)) return void response.once("drain", more);
        }
        response.end("{}");
      };
      more();
    },
    "odd-silent": () => undefined,
    "odd-reset": (request) => request.socket.destroy(),
    "odd-401": (_request, response) =>
      response.writeHead(401, { "content-type": "application/json" }).end('{"message":"bad key"}'),
    "odd-404": (_request, response) =>
      response.writeHead(404, { "content-type": "application/json" }).end('{"message":"Not\\u0007 Found"}'),
    "odd-429": (_request, response) =>
      response.writeHead(429, { "content-type": "application/json", "retry-after": "3600" }).end("{}"),
    "odd-503-once": before(1, 503),
    "odd-503-five-times": before(5, 503),
    "odd-504-five-times": before(5, 504),
    "odd-401-twice": before(2, 401),
    "odd-429-once": (_request, response, count) =>
      count === 1
        ? response.writeHead(429, { "content-type": "application/json", "retry-after": "3600" }).end("{}")
        : response.writeHead(200, { "content-type": "application/json" }).end(repository),
    "odd-late": (_request, response) =>
      void setTimeout(() => response.writeHead(200, { "content-type": "application/json" }).end(repository), 1_500),
    "odd-redirect": (_request, response) =>
      response.writeHead(302, { location: "http://169.254.169.254/latest/meta-data" }).end(),
    "odd-echo": (request, response) =>
      response.writeHead(200, { "content-type": "application/json" }).end(
        JSON.stringify({
          id: 1,
          name: request.headers.authorization ?? "none",
          full_name: "odd-echo/x",
          private: false,
          html_url: "https://github.com/x/x",
          owner: { login: "x" },
          default_branch: "main",
        }),
      ),
  };

/** A loopback server that passes everything to `upstream`, except for requests that ask for an oddity; `/counts` tells how often each path was asked for, and abandoned. */
export function startOddProvider(upstream: string): Promise<{ server: Server; origin: string }> {
  const counts = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    if (path === "/counts")
      return void response
        .writeHead(200, { "content-type": "application/json" })
        .end(JSON.stringify(Object.fromEntries(counts)));
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    response.on("close", () => {
      if (!response.writableEnded) counts.set(`abandoned ${path}`, (counts.get(`abandoned ${path}`) ?? 0) + 1);
    });
    const oddity = Object.entries(oddities).find(
      ([name]) => path.split("/").includes(name) || path.split("/").some((part) => part.startsWith(`${name}.`)),
    );
    if (oddity) return oddity[1](request, response, count);
    void passOn(upstream, request, response);
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve({ server, origin: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}` });
    });
  });
}

async function passOn(upstream: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = Object.fromEntries(
    Object.entries(request.headers)
      .filter(([name]) => !["host", "connection", "content-length"].includes(name))
      .map(([name, value]) => [name, String(value)]),
  );
  const answer = await fetch(upstream + (request.url ?? "/"), {
    method: request.method ?? "GET",
    headers,
    ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
  });
  response
    .writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "application/json" })
    .end(Buffer.from(await answer.arrayBuffer()));
}
