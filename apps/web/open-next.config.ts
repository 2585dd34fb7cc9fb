import { defineCloudflareConfig } from "@opennextjs/cloudflare";

/** Without a command of its own OpenNext would run this package's `build`, which is OpenNext. */
export default { ...defineCloudflareConfig({}), buildCommand: "pnpm exec next build" };
