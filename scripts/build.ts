import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { buildWeb } from "./start/build-web.ts";
import { Children } from "./start/children.ts";
import { root } from "./start/options.ts";
import { say } from "./start/progress.ts";

/** Builds the pages unless they are built already from just these sources. */
const logs = join(root, ".clawlink/logs");
await mkdir(logs, { recursive: true, mode: 0o700 });
say((await buildWeb(join(logs, "build.log"), new Children())) ? "Built the pages" : "The pages are as built");
