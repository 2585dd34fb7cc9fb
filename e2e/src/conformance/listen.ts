import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";

/** Serves `answer` on loopback; a client that leaves aborts its request. */
export function listen(port: number, answer: (request: Request) => Promise<Response>): Promise<{ close: () => void }> {
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing, answer).catch(() => outgoing.destroy());
  });
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve({ close })));
}

async function serve(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: (request: Request) => Promise<Response>,
): Promise<void> {
  const left = new AbortController();
  outgoing.on("close", () => left.abort());
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) if (value) headers.set(name, String(value));
  const { method = "GET", url = "/" } = incoming;
  const body = method === "GET" || method === "HEAD" ? null : new Uint8Array(await buffer(incoming));
  const request = new Request(`http://${incoming.headers.host}${url}`, { method, headers, body, signal: left.signal });
  const response = await answer(request);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  // An event stream begins with its headers: whoever asked waits for them.
  outgoing.flushHeaders();
  for await (const chunk of response.body ?? []) outgoing.write(chunk);
  outgoing.end();
}
