import { join } from "node:path";
import type { Children } from "./children.ts";
import { hashFiles } from "./hash-files.ts";
import { once } from "./once.ts";
import { say } from "./progress.ts";

/** Applies the D1 migrations that this state folder's database does not have yet. True when there were any. */
export async function migrate(state: string, apiConfig: string, children: Children): Promise<boolean> {
  const storage = join(state, "storage");
  const where = ["--local", "--config", apiConfig, "--persist-to", storage];
  const command = ["wrangler", "d1", "migrations", "apply", "clawlink", ...where];
  return once(join(storage, "migrated"), await hashFiles(["migrations"]), () => {
    say("Bringing the database up to date");
    return children.run({ command, log: join(state, "logs", "migrations.log") });
  });
}
