import { existsSync } from "node:fs";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { createSecrets, EmulatorSecrets } from "./emulator-secrets.ts";
import { createPolarSecrets, FakePolar } from "./polar/fake-polar.ts";
import { startEmulators } from "./start-emulators.ts";

/** Secrets outlive a restart, so that an operator's configuration keeps fitting. */
async function keptSecrets(folder: string): Promise<EmulatorSecrets> {
  const file = join(folder, "emulators.json");
  if (existsSync(file)) return EmulatorSecrets.parse(JSON.parse(await readFile(file, "utf8")));
  const secrets = createSecrets();
  await mkdir(folder, { recursive: true });
  await writeFile(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  return secrets;
}

const option = { type: "string" } as const;
const { values } = parseArgs({
  options: { state: option, port: option, "redirect-origin": option, billing: { type: "boolean" } },
});
const given = z
  .object({
    state: z.string().min(1),
    port: z.coerce.number().int().min(0).max(65_000),
    "redirect-origin": z.url(),
    billing: z.boolean().default(false),
  })
  .parse(values);

const emulators = await startEmulators({
  port: given.port,
  redirectOrigin: new URL(given["redirect-origin"]).origin,
  secrets: await keptSecrets(given.state),
});
const { origins, urls, clients, keys } = emulators;

/** Two products that are the same at every start, so that what was bought before still fits. */
const productIds = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"];
const polarSecrets = createPolarSecrets();
const polar = given.billing
  ? await FakePolar.start({
      ...polarSecrets,
      productIds,
      port: given.port && given.port + 7,
      webhookUrl: `${new URL(given["redirect-origin"]).origin}/api/billing/webhooks`,
    })
  : null;
const sold = polar && { url: polar.url, ...polarSecrets, productIds };
console.log(JSON.stringify({ ready: true, origins, urls, clients, keys, polar: sold }));

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    void Promise.all([emulators.close(), polar?.stop()]).then(() => process.exit(0));
  });
}
