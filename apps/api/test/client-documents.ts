import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** The origin whose documents the loopback server below has. */
export const documentOrigin = "https://client.test";

const document = (path: string, more: Record<string, unknown> = {}) =>
  JSON.stringify({
    client_id: `${documentOrigin}${path}`,
    client_name: "Documented",
    redirect_uris: ["http://127.0.0.1:9999/callback"],
    token_endpoint_auth_method: "none",
    ...more,
  });

const answers: Readonly<Record<string, (path: string) => string>> = {
  "/good.json": (path) => document(path),
  "/chatty.json": (path) =>
    document(path, {
      token_endpoint_auth_method: "private_key_jwt",
      token_endpoint_auth_methods_supported: ["none", "private_key_jwt"],
    }),
  // As Claude Code's: loopback addresses without the port that a terminal's callback has.
  "/portless.json": (path) =>
    document(path, { redirect_uris: ["http://localhost/callback", "http://127.0.0.1/callback"] }),
  "/somebody-else.json": () => document("/good.json"),
  "/secretive.json": (path) => document(path, { client_secret: "kept" }),
  "/keyed.json": (path) => document(path, { token_endpoint_auth_method: "private_key_jwt" }),
  "/nameless.json": (path) => document(path, { client_name: undefined }),
  "/huge.json": (path) => document(path, { filler: "x".repeat(6_000) }),
  "/no.json": () => "<html>",
};

/** Client ID metadata documents, good and bad, on loopback; `/moved.json` redirects to the good one. */
export function startClientDocuments(): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    if (path === "/moved.json") return void response.writeHead(302, { location: "/good.json" }).end();
    const answer = answers[path];
    if (!answer) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": "application/json" }).end(answer(path));
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      resolve({ server, origin: `http://127.0.0.1:${port}` });
    });
  });
}
