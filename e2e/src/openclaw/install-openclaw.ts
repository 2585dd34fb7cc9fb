import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const version = "2026.9.6";

/** The folder with the real `openclaw` (647 MB, once): `CLAWLINK_OPENCLAW`, else fetched into `.clawlink/openclaw`. */
export async function installOpenClaw(root: string): Promise<string> {
  const folder = process.env.CLAWLINK_OPENCLAW ?? join(root, ".clawlink/openclaw");
  if (!existsSync(join(folder, "node_modules/openclaw/package.json"))) {
    console.log(`Fetching openclaw@${version} into ${folder} (647 MB)`);
    await mkdir(folder, { recursive: true });
    const args = ["install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", `openclaw@${version}`];
    await promisify(execFile)("npm", args, { timeout: 600_000, maxBuffer: 1e7 });
  }
  return folder;
}
