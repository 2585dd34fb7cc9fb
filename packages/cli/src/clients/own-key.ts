import { parseBaseUrl } from "../base-url.ts";
import { read, valueAt } from "../editing/editor.ts";
import { revokeKey } from "../revoke-key.ts";
import type { Client } from "./client.ts";
import type { Install } from "./installs.ts";
import { readText } from "./plan.ts";

/** A key that `install` had made for one client alone, and the ClawLink it is for. */
export interface OwnKey {
  readonly baseUrl: string;
  readonly apiKey: string;
}

/** The key of its own that a client's entry holds, if `install` had one made for it. */
export async function ownKeyOf(client: Client, install: Install | undefined): Promise<OwnKey | null> {
  if (install?.keyAt === undefined) return null;
  const text = await readText(install.file);
  const entry = text === null ? undefined : valueAt(read(client.editor, install.file, text), client.path);
  const apiKey = /cllk_live_[\w-]+/.exec(JSON.stringify(entry ?? null))?.[0];
  return apiKey === undefined ? null : { baseUrl: parseBaseUrl(install.keyAt), apiKey };
}

/** Revokes a client's own key, and says so; words for the person, empty where there was none. */
export async function endOwnKey(key: OwnKey | null): Promise<string> {
  if (!key) return "";
  return (await revokeKey(key))
    ? "\nIts key is revoked."
    : "\nIts key could not be revoked here. Revoke it under Devices and keys in the dashboard.";
}
