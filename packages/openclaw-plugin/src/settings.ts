import * as z from "zod";
import type { OpenClawApi } from "./openclaw-api.ts";

/** The plugin's id in `plugins.entries`. */
export const pluginId = "clawlink";
const defaultBaseUrl = "https://claw-link.dev";

const Text = z.string().trim().min(1).optional().catch(undefined);
const Entry = z.object({ config: z.object({ apiKey: Text, baseUrl: Text }).optional() });
const Configured = z.object({ plugins: z.object({ entries: z.record(z.string(), z.unknown()) }) });

/** Where ClawLink is, and the key of this OpenClaw once it is paired. */
export interface Settings {
  readonly baseUrl: string;
  readonly apiKey: string | null;
}

/** A key saved since the gateway read its configuration, which it does not read again for that; by state folder. */
const saved = new Map<string, { readonly instead: string | undefined; readonly apiKey: string | undefined }>();

/** The configuration's key, or the one that has replaced it since. */
function liveKey(api: OpenClawApi, configured: string | undefined): string | undefined {
  const later = saved.get(api.runtime.state.resolveStateDir(process.env));
  return later && later.instead === configured ? later.apiKey : configured;
}

function readEntry(api: OpenClawApi): { apiKey?: string | undefined; baseUrl?: string | undefined } {
  const configured = Configured.safeParse(api.runtime.config.current());
  return Entry.safeParse(configured.data?.plugins.entries[pluginId]).data?.config ?? {};
}

/** Reads the live configuration, then `CLAWLINK_BASE_URL` and `CLAWLINK_API_KEY`. Throws when the address is not one a key may be sent to. */
export function readSettings(api: OpenClawApi, env: NodeJS.ProcessEnv = process.env): Settings {
  const { apiKey, baseUrl } = readEntry(api);
  return {
    baseUrl: origin(baseUrl ?? (env.CLAWLINK_BASE_URL?.trim() || defaultBaseUrl)),
    apiKey: liveKey(api, apiKey) ?? (env.CLAWLINK_API_KEY?.trim() || null),
  };
}

/** The origin of an address: https, or plain http on this machine alone. */
function origin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const local = url !== null && ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (url?.protocol === "https:" || (url?.protocol === "http:" && local)) return url.origin;
  throw new Error(
    `ClawLink's address has to be an https origin, such as ${defaultBaseUrl}. Correct baseUrl of the plugin.`,
  );
}

/** Saves the key of this OpenClaw, or removes it with null; the rest of the configuration stays as it is. */
export async function saveKey(api: OpenClawApi, apiKey: string | null): Promise<void> {
  await api.runtime.config.mutateConfigFile({
    afterWrite: { mode: "none", reason: "The plugin knows the key it has just saved." },
    mutate: (draft) => {
      draft.plugins ??= {};
      draft.plugins.entries ??= {};
      const entry = draft.plugins.entries[pluginId] ?? { enabled: true };
      const { apiKey: _, ...rest } = entry.config ?? {};
      draft.plugins.entries[pluginId] = { ...entry, config: apiKey === null ? rest : { ...rest, apiKey } };
    },
  });
  const instead = readEntry(api).apiKey;
  saved.set(api.runtime.state.resolveStateDir(process.env), { instead, apiKey: apiKey ?? undefined });
}
