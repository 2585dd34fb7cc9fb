import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ReadyEmulators } from "./emulators.ts";
import { root, type StartOptions } from "./options.ts";
import type { LocalSecrets } from "./secrets.ts";

/** Writes both workers' development configuration and their `.dev.vars` (0600) into the state folder. */
export async function writeLocalConfig(
  options: StartOptions,
  secrets: LocalSecrets,
  emulators: Pick<ReadyEmulators, "origins" | "clients">,
): Promise<{ api: string; web: string }> {
  const shared = {
    ENVIRONMENT: "development",
    WEB_ORIGIN: options.webOrigin,
    API_ORIGIN: options.apiOrigin,
    VAULT_PUBLIC_KEY: secrets.vaultPublicKey,
  };
  const api = await localCopy(options, "wrangler.api.toml", {
    ...shared,
    LOOPBACK_ORIGINS: JSON.stringify(emulators.origins),
  });
  const web = await localCopy(options, "wrangler.web.toml", shared);
  await writeSecrets(options.state, {
    // Each worker sees only what its `secrets.required` names: the opening keys reach `clawlink` alone.
    VAULT_PRIVATE_KEYS: secrets.vaultPrivateKeys,
    OAUTH_CLIENTS: JSON.stringify(emulators.clients),
    BETTER_AUTH_SECRET: secrets.betterAuthSecret,
    SIGN_IN_CLIENTS: "{}",
  });
  return { api, web };
}

/** A copy with absolute paths and other values; every line it means to change has to be there. */
async function localCopy(options: StartOptions, name: string, vars: Record<string, string>): Promise<string> {
  let text = await readFile(join(root, name), "utf8");
  if (!/^\[secrets\]\nrequired = \[/m.test(text)) throw new Error(`${name} no longer names its required secrets.`);
  text = text.replace(
    /^(main|directory|migrations_dir) = "(.+)"$/gm,
    (_, key, path) => `${key} = "${join(root, path)}"`,
  );
  for (const [key, value] of Object.entries(vars)) {
    const line = new RegExp(`^${key} = .*$`, "m");
    if (!line.test(text)) throw new Error(`${name} no longer sets ${key}.`);
    text = text.replace(line, () => `${key} = '${value}'`);
  }
  const file = join(options.state, name);
  await writeFile(file, text);
  return file;
}

async function writeSecrets(state: string, values: Record<string, string>): Promise<void> {
  const lines = Object.entries(values).map(([name, value]) => `${name}='${value}'\n`);
  await writeFile(join(state, ".dev.vars"), lines.join(""), { mode: 0o600 });
}
