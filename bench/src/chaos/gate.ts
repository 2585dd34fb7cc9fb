import { createServer } from "node:http";

/** Where a gated worker asks before it publishes a credential: it is let through, but for the point that is closed. */
export interface Gate {
  readonly origin: string;
  /** Closes one point; the promise is kept when somebody stands before it, who never gets further. */
  close(point: "kv" | "d1"): Promise<void>;
  open(): void;
  end(): Promise<void>;
}

export async function startGate(port: number): Promise<Gate> {
  let closed: { point: string; reached: () => void } | null = null;
  const server = createServer((request, response) => {
    request.resume();
    if (closed?.point === request.url?.slice(1)) closed?.reached();
    else response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${port}`,
    close: (point) =>
      new Promise((reached) => {
        closed = { point, reached };
      }),
    open() {
      closed = null;
    },
    end: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
