import { join } from "node:path";
import type { Children } from "./children.ts";
import { logTail } from "./log-tail.ts";
import { root, type StartOptions } from "./options.ts";
import { answers } from "./wait-for.ts";

/**
 * Starts both workers in one process over one storage, and a gateway: wrangler gives a port to the first worker of a process alone, so
 * the web worker gets its port from a second process that holds no storage. Waits until both answer with 200.
 */
export async function startWorkers(
  options: StartOptions,
  config: { api: string; web: string },
  children: Children,
): Promise<void> {
  const logs = join(options.state, "logs");
  const env = {
    // The default registry is shared by every checkout of the user.
    WRANGLER_REGISTRY_PATH: join(options.state, "registry"),
    WRANGLER_SEND_METRICS: "false",
    // Otherwise every start asks Cloudflare where this machine is.
    CLOUDFLARE_CF_FETCH_ENABLED: "false",
    WRANGLER_LOG_PATH: join(logs, "wrangler"),
    NO_COLOR: "1",
  };
  const dev = (port: number) => [
    "wrangler",
    "dev",
    "--ip",
    "127.0.0.1",
    "--port",
    String(port),
    "--inspector-port",
    "0",
  ];
  const quiet = ["--show-interactive-dev-session=false"];
  children.start("The workers", {
    command: [...dev(options.apiPort), "-c", config.api, "-c", config.web, "--persist-to", storage(options), ...quiet],
    log: join(logs, "workers.log"),
    env,
  });
  children.start("The web gateway", {
    command: [...dev(options.webPort), "-c", join(root, "scripts/gateway/wrangler.toml"), ...quiet],
    log: join(logs, "gateway.log"),
    env,
  });
  await ready(`http://127.0.0.1:${options.apiPort}/api/openapi.json`, join(logs, "workers.log"));
  await ready(`http://127.0.0.1:${options.webPort}/sign-in`, join(logs, "gateway.log"));
}

function storage(options: StartOptions): string {
  return join(options.state, "storage");
}

async function ready(url: string, log: string): Promise<void> {
  const last = await answers(url, 90_000);
  if (last !== 200) throw new Error(`${url} does not answer (last: ${last}):\n${await logTail(log)}`);
}
