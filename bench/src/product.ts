import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateKeyPair } from "@clawlink/vault/generate-key";
import { Children } from "../../scripts/start/children.ts";
import { logTail } from "../../scripts/start/log-tail.ts";
import { root } from "../../scripts/start/options.ts";
import { answers } from "../../scripts/start/wait-for.ts";
import { progress } from "./report.ts";

export type Origins = Readonly<Record<string, { origin: string; paths?: Record<string, string> }>>;

/** A running product, with storage of its own that goes when it is stopped. */
export interface Product {
  readonly origin: string;
  /** Where its logs are, and where others may put theirs. */
  readonly folder: string;
  readonly children: Children;
  readonly clients: Readonly<Record<"github" | "linear", { clientId: string; clientSecret: string }>>;
  /** Where its storage is. */
  readonly storage: string;
  /** Ends the worker as a crash does, wherever it is (SIGKILL). */
  crash(): Promise<void>;
  /** Brings a crashed worker back, on the storage it left. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Another entry than `product`, and variables that it needs besides. */
export interface Entry {
  readonly name: string;
  readonly vars: Readonly<Record<string, string>>;
}

const webOrigin = "https://web.test";

/** wrangler.api.toml with absolute paths, a bench's entry and these values; every line it means to change has to be there. */
async function configuration(entry: Entry, vars: Readonly<Record<string, string>>): Promise<string> {
  let text = await readFile(join(root, "wrangler.api.toml"), "utf8");
  const values: Record<string, string> = {
    main: join(root, `bench/src/workers/${entry.name}.ts`),
    migrations_dir: join(root, "migrations"),
    ...vars,
  };
  for (const [key, value] of Object.entries(values)) {
    const line = new RegExp(`^${key} = .*$`, "m");
    if (!line.test(text)) throw new Error(`wrangler.api.toml no longer sets ${key}.`);
    text = text.replace(line, () => `${key} = '${value}'`);
  }
  const more = Object.entries(entry.vars).map(([key, value]) => `${key} = '${value}'\n`);
  text = text.replace("[vars]\n", (line) => line + more.join(""));
  return `${text}\n[[services]]\nbinding = "RPC"\nservice = "clawlink"\nentrypoint = "WebRpc"\n`;
}

/** Builds and starts the api worker on `port`, with providers' origins answered by these. Takes 10 to 20 seconds. */
export async function startProduct(
  port: number,
  origins: Origins,
  entry: Entry = { name: "product", vars: {} },
): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), "clawlink-bench-"));
  await mkdir(join(folder, "logs"));
  const children = new Children();
  const interrupted = () => void stop().finally(() => process.exit(130));
  const stop = async () => {
    process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
    await children.stop();
    await rm(folder, { recursive: true, force: true });
  };
  process.on("SIGINT", interrupted).on("SIGTERM", interrupted);
  try {
    progress("build and start the product");
    const client = () => ({ clientId: randomBytes(8).toString("hex"), clientSecret: randomBytes(16).toString("hex") });
    const clients = { github: client(), linear: client() };
    const { publicKey, privateKey } = await generateKeyPair("bench");
    const origin = `http://127.0.0.1:${port}`;
    const file = join(folder, "wrangler.toml");
    const vars = {
      ENVIRONMENT: "development",
      WEB_ORIGIN: webOrigin,
      API_ORIGIN: origin,
      VAULT_PUBLIC_KEY: publicKey,
      LOOPBACK_ORIGINS: JSON.stringify(origins),
    };
    const text = await configuration(entry, vars);
    await writeFile(file, text);
    const secrets = `VAULT_PRIVATE_KEYS='${privateKey}'\nOAUTH_CLIENTS='${JSON.stringify(clients)}'\n`;
    await writeFile(join(folder, ".dev.vars"), secrets, { mode: 0o600 });
    const storage = join(folder, "storage");
    const where = ["--config", file, "--persist-to", storage];
    const migrate = ["wrangler", "d1", "migrations", "apply", "clawlink", "--local", ...where];
    await children.run({ command: migrate, log: join(folder, "logs/migrations.log"), env: environment(folder) });
    await build(children, folder, entry.name, file);
    await writeFile(file, built(text, folder, entry.name));
    const start = () => startWorker(children, folder, entry.name, port, where, "/api/openapi.json");
    let crash = await start();
    const restart = async () => {
      crash = await start();
    };
    return { origin, folder, children, clients, storage, crash: () => crash(), restart, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const environment = (folder: string) => ({
  WRANGLER_REGISTRY_PATH: join(folder, "registry"),
  WRANGLER_LOG_PATH: join(folder, "logs/wrangler"),
  WRANGLER_SEND_METRICS: "false",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  NO_COLOR: "1",
});

/** Bundles as a deployment would: what runs is the built worker, and an edited source does not restart it. */
async function build(children: Children, folder: string, name: string, config: string): Promise<void> {
  const command = ["wrangler", "deploy", "--dry-run", "--outdir", join(folder, name), "--config", config];
  await children.run({ command, log: join(folder, `logs/${name}-build.log`), env: environment(folder) });
}

/** The configuration of the bundle that `build` made. */
function built(text: string, folder: string, name: string): string {
  return text.replace(/^main = .*$/m, () => `main = '${join(folder, name, `${name}.js`)}'\nno_bundle = true`);
}

async function startWorker(
  children: Children,
  folder: string,
  name: string,
  port: number,
  where: readonly string[],
  path: string,
): Promise<() => Promise<void>> {
  const log = join(folder, "logs", `${name}.log`);
  const command = ["node", join(root, "bench/src/serve-direct.ts"), "--port", String(port), ...where];
  const crash = children.start(name, { command, log, env: environment(folder) });
  const last = await Promise.race([answers(`http://127.0.0.1:${port}${path}`, 90_000), children.failure]);
  if (last !== 200) throw new Error(`The ${name} does not answer (last: ${last}):\n${await logTail(log)}`);
  return crash;
}

/** Starts the bare proxy beside the product; `path` is one that the upstream answers with 200. */
export async function startFloor(product: Product, port: number, upstream: string, path: string): Promise<string> {
  const file = join(product.folder, "floor.toml");
  const main = join(root, "bench/src/workers/floor.ts");
  const text = `name = "floor"\nmain = "${main}"\ncompatibility_date = "2026-08-15"\n[vars]\nUPSTREAM = "${upstream}"\n`;
  await writeFile(file, text);
  await build(product.children, product.folder, "floor", file);
  await writeFile(file, built(text, product.folder, "floor"));
  await startWorker(product.children, product.folder, "floor", port, ["--config", file], path);
  return `http://127.0.0.1:${port}`;
}
