import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Where Debian and others put a browser that Playwright can drive. */
const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser of the end-to-end tests: `CLAWLINK_CHROMIUM`, an installed one, or Debian's, installed here when that is allowed. */
export function ensureChromium(): string {
  const given = process.env.CLAWLINK_CHROMIUM;
  const found = [...(given ? [given] : []), ...usual].find((path) => existsSync(path));
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const quiet = { stdio: ["ignore", "ignore", "inherit"] as const };
    const stdio = [...quiet.stdio];
    spawnSync("apt-get", ["update"], { stdio });
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { stdio });
    if (existsSync("/usr/bin/chromium")) return "/usr/bin/chromium";
  }
  throw new Error("The end-to-end tests need Chromium: install it, or set CLAWLINK_CHROMIUM to its path.");
}
