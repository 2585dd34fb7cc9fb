import { execFile } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const source = (plugin: string) => `
import type { OpenClawPluginApi, OpenClawPluginDefinition } from "openclaw/plugin-sdk/plugin-entry";
import plugin from "${plugin}/src/index.ts";
import type { OpenClawApi } from "${plugin}/src/openclaw-api.ts";
declare const real: OpenClawPluginApi;
export const api: OpenClawApi = real;
export const definition: OpenClawPluginDefinition = { ...plugin, register: (given) => plugin.register(given) };
`;

/** Compiles the plugin against the real API's types, so that what it believes of OpenClaw is what OpenClaw says. Throws when it is not. */
export async function checkTypes(root: string, openclaw: string): Promise<void> {
  const file = join(openclaw, "clawlink-types.ts");
  const config = join(openclaw, "clawlink-types.json");
  const types = { typeRoots: [join(root, "e2e/node_modules/@types")], types: ["node"] };
  const paths = { zod: [join(root, "e2e/node_modules/zod")] };
  await writeFile(file, source(join(root, "packages/openclaw-plugin")));
  await writeFile(
    config,
    JSON.stringify({
      extends: join(root, "tsconfig.base.json"),
      compilerOptions: { lib: ["ES2024", "DOM"], ...types, paths },
      files: [file],
    }),
  );
  try {
    await promisify(execFile)("tsc", ["-p", config], { cwd: root, maxBuffer: 1e7 }).catch(
      (error: { stdout?: string }) => {
        throw new Error(`The plugin does not fit OpenClaw's types:\n${error.stdout}`);
      },
    );
  } finally {
    await rm(file, { force: true });
    await rm(config, { force: true });
  }
}
