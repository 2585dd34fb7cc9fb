import { cp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ManifestApp } from "../../packages/provider-kit/src/index.ts";
import { root } from "../../scripts/start/options.ts";

/** An app that no provider folder makes: 500 actions, some with names of every kind. */
export const greatApp: ManifestApp = {
  slug: "great",
  name: "Great App",
  category: "developer",
  summary: "Has more actions than anybody can read.",
  docsUrl: "https://example.com",
  flow: "oauth",
  fields: [],
  helpUrl: null,
  client: "github",
  registrationUrl: null,
  scopes: { all: "Everything" },
  actions: Array.from({ length: 500 }, (_, index) => ({
    id: `do_thing_${index}`,
    tool: `great_do_thing_${index}`,
    title: index % 50 === 7 ? `Do <b>thing</b> \u05e9\u05dc\u05d5\u05dd \u{1f99e} ${index}` : `Do thing ${index}`,
    description: `Does the thing number ${index}. ${"It takes a long while to say what that is. ".repeat(index % 4)}`,
    effect: "read",
    idempotent: true,
    scopes: ["all"],
    required: ["name"],
    optional: ["much", "more"],
    files: [],
    tags: [],
  })),
};

/** Where the built pages have the catalog's apps, the first of which is GitHub. */
const apps = '[{slug:"github",name:"GitHub",';

/** The built pages once more, with one app more in their catalog, in a folder of the checkout's own; their entry. */
export async function buildWithGreatApp(): Promise<string> {
  const web = join(root, "apps/web");
  const folder = join(root, ".clawlink/great-app");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(join(web, ".open-next"), join(folder, ".open-next"), { recursive: true, verbatimSymlinks: true });
  for (const name of ["src", "node_modules"]) await symlink(join(web, name), join(folder, name));
  const handler = join(folder, ".open-next/server-functions/default/apps/web/handler.mjs");
  const parts = (await readFile(handler, "utf8")).split(apps);
  if (parts.length < 2) throw new Error("The built pages no longer have the catalog where it was.");
  await writeFile(handler, parts.join(`[${JSON.stringify(greatApp)},${apps.slice(1)}`));
  const entry = join(folder, "worker.ts");
  await cp(join(web, "worker.ts"), entry);
  return entry;
}
