import { chmod } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

/** Bundles everything the CLI needs into one file that runs on Node 20 with nothing installed beside it. */
const outfile = join(import.meta.dirname, "../dist/clawlink.js");
await build({
  entryPoints: [join(import.meta.dirname, "../src/main.ts")],
  outfile,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  // The CommonJS build of jsonc-parser finds its parts by names a bundler cannot follow.
  mainFields: ["module", "main"],
  logLevel: "warning",
  // Some of what is bundled is CommonJS and asks for Node's modules by require.
  banner: {
    js: '#!/usr/bin/env node\nimport { createRequire as clawlinkRequire } from "node:module";\nconst require = clawlinkRequire(import.meta.url);',
  },
  legalComments: "linked",
});
await chmod(outfile, 0o755);
