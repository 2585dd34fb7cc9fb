import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { Children } from "../../scripts/start/children.ts";
import { root } from "../../scripts/start/options.ts";

const compatibilityDate = "2026-08-15";

/** Builds the worker of usage-scale as a deployment would, and serves it on loopback with a D1 of its own in `folder`. */
export async function startUsage(folder: string): Promise<{ origin: string; stop(): Promise<void> }> {
  const config = join(folder, "wrangler.toml");
  const main = join(root, "bench/src/workers/usage-scale/worker.ts");
  await mkdir(join(folder, "built"));
  await writeFile(config, `name = "usage-scale"\nmain = '${main}'\ncompatibility_date = "${compatibilityDate}"\n`);
  const children = new Children();
  const command = ["wrangler", "deploy", "--dry-run", "--outdir", join(folder, "built"), "--config", config];
  const env = { WRANGLER_SEND_METRICS: "false", WRANGLER_LOG_PATH: join(folder, "logs"), NO_COLOR: "1" };
  await children.run({ command, log: join(folder, "build.log"), env });
  const miniflare = new Miniflare({
    ...convertV4MiniflareOptions({
      host: "127.0.0.1",
      port: 0,
      name: "usage-scale",
      modules: [
        { type: "ESModule", path: "worker.js", contents: await readFile(join(folder, "built/worker.js"), "utf8") },
      ],
      compatibilityDate,
      d1Databases: ["DB"],
    }),
    resourcePersistencePath: join(folder, "storage"),
  });
  const { origin } = await miniflare.ready;
  return { origin, stop: () => miniflare.dispose() };
}
