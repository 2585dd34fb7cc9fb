import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { configFolder } from "../config-folder.ts";
import { writeFileAtomically } from "../write-file.ts";

/** What there was before an entry was written, so that it can be undone. */
const Install = z.object({
  file: z.string(),
  /** The entry of that name that stood there before; nothing where there was none. */
  previous: z.json().optional(),
  /** How many of the entry's parents were made for it. */
  madeParents: z.int().min(0),
  madeFile: z.boolean(),
  /** The ClawLink whose key was made for this client alone; nothing where it uses another's, or none. */
  keyAt: z.string().optional(),
});
export type Install = z.infer<typeof Install>;
const Installs = z.record(z.string(), Install);

const file = () => join(configFolder(), "installs.json");

/** What this program has written into clients' configurations, by client; a broken record counts as none. */
export async function readInstalls(): Promise<Record<string, Install>> {
  try {
    return Installs.parse(JSON.parse(await readFile(file(), "utf8")));
  } catch {
    return {};
  }
}

/** Remembers or forgets (null) how to undo one client's entry. */
export async function recordInstall(client: string, install: Install | null): Promise<void> {
  const { [client]: _, ...rest } = await readInstalls();
  const installs = install ? { ...rest, [client]: install } : rest;
  if (Object.keys(installs).length === 0) await rm(file(), { force: true });
  else await writeFileAtomically(file(), `${JSON.stringify(installs, null, 2)}\n`);
}

/** The ids of clients that have been configured. */
export async function installedClients(): Promise<string[]> {
  return Object.keys(await readInstalls()).sort();
}
