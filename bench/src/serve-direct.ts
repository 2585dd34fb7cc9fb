import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { unstable_getMiniflareWorkerOptions as optionsOf } from "wrangler";

/**
 * Serves a built worker from workerd itself: `wrangler dev` puts a proxy worker in front, which costs several times what the worker
 * does and would make every ratio look good. Same configuration, same storage.
 */
const { values } = parseArgs({
  options: { config: { type: "string" }, "persist-to": { type: "string" }, port: { type: "string" } },
});
const { config = "", port = "0" } = values;
const storage = values["persist-to"] ?? dirname(config);
const { workerOptions, main } = optionsOf(config);
const contents = await readFile(main ?? "", "utf8");
const options = convertV4MiniflareOptions({
  host: "127.0.0.1",
  port: 0,
  workers: [
    {
      ...workerOptions,
      name: "clawlink",
      modules: [{ type: "ESModule", path: "worker.js", contents }],
      unsafeDirectSockets: [{ host: "127.0.0.1", port: Number(port) }],
    },
  ],
});
// Where wrangler has put the database it migrated.
await new Miniflare({ ...options, resourcePersistencePath: join(storage, "v3") }).ready;
