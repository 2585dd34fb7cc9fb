import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Children } from "../../scripts/start/children.ts";
import { writeLocalConfig } from "../../scripts/start/local-config.ts";
import { migrate } from "../../scripts/start/migrate.ts";
import { root } from "../../scripts/start/options.ts";
import { localSecrets } from "../../scripts/start/secrets.ts";
import { startWorkers } from "../../scripts/start/workers.ts";
import { buildWithGreatApp } from "./great-app.ts";
import type { Product } from "./product.ts";
import { firstPort } from "./start-product.ts";

/** Both workers, without providers, over a storage of their own. */
export interface Unsteady {
  readonly product: Product;
  /** How `clawlink` answers the pages from now on. */
  feel(mood: "well" | "slow" | "silent" | "failing"): Promise<void>;
  stop(): Promise<void>;
}

/** No mail leaves this product: there is nobody to take it. */
const keys = { resend: "nobody" };

async function changeEntry(config: string, entry: string): Promise<void> {
  const text = await readFile(config, "utf8");
  const changed = text.replace(/^main = ".+"$/m, `main = "${entry}"`);
  if (changed === text) throw new Error(`${config} no longer names its worker.`);
  await writeFile(config, changed);
}

/**
 * Starts both workers, built as they are, but for two things: a door between the pages and `clawlink` that can be made slow, silent or
 * failing, and an app with 500 actions in the pages' catalog.
 */
export async function startUnsteady(): Promise<Unsteady> {
  const state = await mkdtemp(join(tmpdir(), "clawlink-unsteady-"));
  const port = firstPort + 60;
  const [webOrigin, apiOrigin] = [`http://localhost:${port}`, `http://localhost:${port + 1}`];
  const options = {
    state,
    webPort: port,
    apiPort: port + 1,
    emulatorsPort: port + 2,
    billing: false,
    webOrigin,
    apiOrigin,
  };
  const children = new Children();
  const stop = async () => {
    await children.stop();
    await rm(state, { recursive: true, force: true });
    await rm(`${state}.seen`, { force: true });
  };
  try {
    await mkdir(join(state, "logs"), { recursive: true });
    const config = await writeLocalConfig(options, await localSecrets(state), {
      origins: {},
      clients: {},
      keys,
      polar: null,
    });
    await changeEntry(config.api, join(root, "bench/src/workers/unsteady.ts"));
    await changeEntry(config.web, await buildWithGreatApp());
    await migrate(state, config.api, children);
    await startWorkers(options, config, children);
  } catch (error) {
    await stop();
    throw error;
  }
  const feel = async (mood: string) => {
    const answer = await fetch(`${apiOrigin}/mood/${mood}`, { method: "POST" });
    if (!answer.ok) throw new Error(`clawlink cannot be ${mood}: ${answer.status}`);
  };
  return {
    product: {
      state,
      webOrigin,
      apiOrigin,
      urls: { google: webOrigin, github: webOrigin, resend: webOrigin },
      keys,
      clients: {},
    },
    feel,
    stop,
  };
}
