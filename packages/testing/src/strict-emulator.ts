import { createServer } from "node:net";
import { patchedEmulate } from "./patched-emulate.ts";

/** Serves a request, as the emulator itself does. */
export type Serve = (request: Request) => Response | Promise<Response>;

/** The emulator's tokens that are valid now, by token; deleting one revokes it. */
export type TokenMap = Map<string, { readonly login: string; readonly scopes: readonly string[] }>;

/** One running service of emulate that accepts only tokens it has issued. */
export interface StrictEmulator {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  readonly tokens: TokenMap;
  close(): Promise<void>;
}

export interface StrictOptions {
  readonly service: "google" | "github" | "slack" | "linear" | "stripe" | "resend" | "twilio";
  /** 0 or nothing picks a free one. */
  readonly port?: number;
  readonly seed: Readonly<Record<string, unknown>>;
  /** Stands before the service, where it would let strangers in. */
  readonly gate?: (serve: Serve, tokens: TokenMap) => Serve;
  /** A request that needs a credential: with a made-up one it must be refused. */
  readonly probe: { readonly path: string; readonly method: string; readonly authorization: "Bearer" | "Basic" };
}

async function freePort(): Promise<number> {
  const server = createServer();
  return await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Slack says no with 200 and `ok: false`; the others with 401. */
async function isRefused(url: string, { path, method, authorization }: StrictOptions["probe"]): Promise<boolean> {
  const made = `made-up-${crypto.randomUUID()}`;
  const credential = authorization === "Basic" ? btoa(`${made}:${made}`) : made;
  const headers = { authorization: `${authorization} ${credential}`, "content-type": "application/json" };
  const answer = await fetch(url + path, { method, headers, ...(method === "POST" && { body: "{}" }) });
  if (answer.status === 401) return true;
  const body: unknown = await answer.json().catch(() => null);
  return typeof body === "object" && body !== null && "ok" in body && body.ok === false;
}

/** Starts a service of emulate strict about credentials; throws when a made-up one is still let in. */
export async function startStrict(options: StrictOptions): Promise<StrictEmulator> {
  const { service, seed, probe, gate = (serve) => serve } = options;
  const port = options.port || (await freePort());
  const url = `http://127.0.0.1:${port}`;
  let tokens: TokenMap | null = null;
  const emulator = await (await patchedEmulate()).createEmulator({
    service,
    port,
    hostname: "127.0.0.1",
    baseUrl: url,
    seed: { tokens: {}, [service]: seed },
    strict(serve: Serve, issued: TokenMap) {
      tokens = issued;
      return gate(serve, issued);
    },
  });
  if (tokens !== null && (await isRefused(url, probe))) return { url, tokens, close: () => emulator.close() };
  await emulator.close();
  throw new Error(`The emulator of ${service} still accepts made-up credentials.`);
}
