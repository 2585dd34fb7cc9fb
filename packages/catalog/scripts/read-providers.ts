import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Action, Provider } from "@clawlink/provider-kit";
import type { ActionFile, ProviderFolder } from "@clawlink/provider-kit/testing";

const root = join(import.meta.dirname, "../src/providers");

async function importNamed<T>(file: string, name: string): Promise<T> {
  const module: Record<string, T | undefined> = await import(pathToFileURL(file).href);
  const value = module[name];
  if (value === undefined) throw new Error(`${file} exports no "${name}".`);
  return value;
}

async function textOf(file: string): Promise<string> {
  return existsSync(file) ? await readFile(file, "utf8") : "";
}

async function readAction(folder: string, name: string): Promise<ActionFile> {
  const file = name.replace(/\.ts$/, "");
  const cases = await textOf(join(folder, `${file}.cases.json`));
  const action = await importNamed<Action>(join(folder, name), "action");
  return { file, action, cases: cases === "" ? null : JSON.parse(cases) };
}

async function readProvider(slug: string): Promise<ProviderFolder> {
  const folder = join(root, slug);
  const actions = join(folder, "actions");
  const names = (await readdir(actions)).filter((name) => name.endsWith(".ts")).sort();
  return {
    folder: slug,
    provider: await importNamed<Provider>(join(folder, "provider.ts"), "provider"),
    actions: await Promise.all(names.map((name) => readAction(actions, name))),
    icon: await textOf(join(folder, "icon.svg")),
    readme: await textOf(join(folder, "README.md")),
  };
}

/** Every provider folder that has a provider.ts, or those named, in alphabetical order: the folder is the list. */
export async function readProviders(only?: readonly string[]): Promise<ProviderFolder[]> {
  const slugs = (await readdir(root)).filter((slug) => existsSync(join(root, slug, "provider.ts"))).sort();
  return await Promise.all(slugs.filter((slug) => only?.includes(slug) ?? true).map(readProvider));
}
