import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { OpenClawApi } from "./openclaw-api.ts";

/** A pairing that a person has yet to approve; the verifier is this device's secret until then. */
export const PendingPairing = z.object({
  baseUrl: z.string(),
  sessionToken: z.string().min(1),
  verifier: z.string().min(1),
  pairUrl: z.url({ protocol: /^https?$/ }),
  displayCode: z.string(),
  deviceLabel: z.string(),
  expiresAt: z.iso.datetime(),
});
export type PendingPairing = z.infer<typeof PendingPairing>;

const folderOf = (api: OpenClawApi) => join(api.runtime.state.resolveStateDir(process.env), "clawlink");
const fileOf = (api: OpenClawApi) => join(folderOf(api), "pairing.json");

/** The pairing under way with `baseUrl`, which survives a restart of the gateway; null once it is over. */
export async function readPending(api: OpenClawApi, baseUrl: string): Promise<PendingPairing | null> {
  const text = await readFile(fileOf(api), "utf8").catch(() => "null");
  const pending = parse(text);
  return pending && pending.baseUrl === baseUrl && Date.parse(pending.expiresAt) > Date.now() ? pending : null;
}

function parse(text: string): PendingPairing | null {
  try {
    return PendingPairing.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Keeps a pairing for later, readable by the gateway's user alone. */
export async function writePending(api: OpenClawApi, pending: PendingPairing): Promise<void> {
  await mkdir(folderOf(api), { recursive: true, mode: 0o700 });
  const fresh = `${fileOf(api)}.new`;
  await rm(fresh, { force: true });
  await writeFile(fresh, JSON.stringify(pending), { mode: 0o600, flag: "wx" });
  await rename(fresh, fileOf(api));
}

/** Forgets the pairing under way, if there is one. */
export async function clearPending(api: OpenClawApi): Promise<void> {
  await rm(fileOf(api), { force: true });
}
