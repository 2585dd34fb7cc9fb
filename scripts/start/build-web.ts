import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Children } from "./children.ts";
import { hashFiles } from "./hash-files.ts";
import { once } from "./once.ts";
import { root } from "./options.ts";
import { say } from "./progress.ts";

/** What the pages cannot be made of (docs/architecture.md); anything else counts as their input. */
const neverInPages = new Set(["cli", "engine", "mcp", "oauth", "testing", "openclaw-plugin", "hermes-plugin"]);

/** Builds the pages when anything they are made of has changed since the last build. True when it built. */
export async function buildWeb(log: string, children: Children): Promise<boolean> {
  const web = join(root, "apps/web");
  const packages = (await readdir(join(root, "packages"))).filter((name) => !neverInPages.has(name)).sort();
  const inputs = ["apps/web", "wrangler.web.toml", "pnpm-lock.yaml", "tsconfig.base.json"];
  const key = await hashFiles([...inputs, ...packages.map((name) => join("packages", name))]);
  return once(join(web, ".open-next/inputs"), key, async () => {
    say("Building the pages (25 to 60 s on an idle machine)");
    // Next keeps a failed resolution in its cache, and fails again after the cause is gone.
    await rm(join(web, ".next"), { recursive: true, force: true });
    await children.run({ command: ["pnpm", "--filter", "@clawlink/web", "build"], log });
  });
}
