import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ReadyEmulators, ReadyPolar } from "./emulators.ts";
import { root, type StartOptions } from "./options.ts";
import type { LocalSecrets } from "./secrets.ts";

/** Writes both workers' development configuration and their `.dev.vars` (0600) into the state folder. */
export async function writeLocalConfig(
  options: StartOptions,
  secrets: LocalSecrets,
  emulators: Pick<ReadyEmulators, "origins" | "clients" | "keys" | "polar">,
): Promise<{ api: string; web: string }> {
  const shared = {
    ENVIRONMENT: "development",
    WEB_ORIGIN: options.webOrigin,
    API_ORIGIN: options.apiOrigin,
    VAULT_PUBLIC_KEY: secrets.vaultPublicKey,
    MAIL_FROM: "ClawLink <clawlink@example.com>",
  };
  const { polar } = emulators;
  const sold: Record<string, string> = polar
    ? { POLAR_SERVER: polar.url, BILLING_PLANS: JSON.stringify(plansOf(polar)) }
    : {};
  const api = await localCopy(
    options,
    "wrangler.api.toml",
    { ...shared, LOOPBACK_ORIGINS: JSON.stringify(emulators.origins) },
    { vars: sold, secrets: ["RESEND_API_KEY", ...(polar ? ["POLAR_ACCESS_TOKEN"] : [])] },
  );
  const web = await localCopy(options, "wrangler.web.toml", shared, {
    vars: sold,
    secrets: polar ? ["POLAR_ACCESS_TOKEN", "POLAR_WEBHOOK_SECRET"] : [],
  });
  await writeSecrets(options.state, {
    // Each worker sees only what its `secrets.required` names: the opening keys reach `clawlink` alone.
    VAULT_PRIVATE_KEYS: secrets.vaultPrivateKeys,
    OAUTH_CLIENTS: JSON.stringify(emulators.clients),
    BETTER_AUTH_SECRET: secrets.betterAuthSecret,
    SIGN_IN_CLIENTS: "{}",
    RESEND_API_KEY: emulators.keys.resend,
    ...(polar && { POLAR_ACCESS_TOKEN: polar.accessToken, POLAR_WEBHOOK_SECRET: polar.webhookSecret }),
  });
  return { api, web };
}

/** Plans to try: what a hosted deployment may sell. */
function plansOf({ productIds: [starter, heavy] }: ReadyPolar) {
  const plan = { apps: null };
  return {
    trial: { days: 7, apps: 1, calls: 1000 },
    graceDays: 7,
    plans: [
      { ...plan, id: "starter", name: "Starter", price: "$9 a month", productIds: [starter], callsPerMonth: 20_000 },
      { ...plan, id: "heavy", name: "Heavy", price: "$49 a month", productIds: [heavy], callsPerMonth: 100_000 },
    ],
  };
}

/** A copy with absolute paths, other values, and more of them; every line it means to change has to be there. */
async function localCopy(
  options: StartOptions,
  name: string,
  vars: Record<string, string>,
  more: { vars: Record<string, string>; secrets: readonly string[] },
): Promise<string> {
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
  const added = Object.entries(more.vars).map(([key, value]) => `${key} = '${value}'\n`);
  text = text.replace(/^\[vars\]\n/m, (line) => line + added.join(""));
  text = text.replace(/^required = \[/m, (line) => line + more.secrets.map((secret) => `"${secret}", `).join(""));
  const file = join(options.state, name);
  await writeFile(file, text);
  return file;
}

async function writeSecrets(state: string, values: Record<string, string>): Promise<void> {
  const lines = Object.entries(values).map(([name, value]) => `${name}='${value}'\n`);
  await writeFile(join(state, ".dev.vars"), lines.join(""), { mode: 0o600 });
}
