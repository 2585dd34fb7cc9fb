import { createServer, request as open } from "node:http";

/** Passes everything on to `upstream` with more headers, for programs that cannot send them; the Host that was asked for goes along. */
export function startHeaderProxy(
  port: number,
  upstream: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ close: () => void }> {
  const { hostname, port: upstreamPort } = new URL(upstream);
  const server = createServer((incoming, outgoing) => {
    const passed = open(
      {
        host: hostname,
        port: upstreamPort,
        method: incoming.method,
        path: incoming.url,
        headers: { ...incoming.headers, ...headers },
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 0, answer.headers);
        answer.pipe(outgoing);
      },
    );
    passed.on("error", () => outgoing.destroy());
    outgoing.on("close", () => passed.destroy());
    incoming.pipe(passed);
  });
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve({ close })));
}
