import { createSecrets, startEmulators } from "@clawlink/testing";
import { createPolarSecrets, FakePolar } from "@clawlink/testing/fake-polar";
import { generateKeyPair } from "@clawlink/vault/generate-key";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-pool-workers";
import { defineConfig } from "vitest/config";
import { documentOrigin, startClientDocuments } from "./test/client-documents.ts";
import { startOddProvider } from "./test/odd-provider.ts";

declare global {
  /** Stops what the configuration started. */
  var stopClawlinkTests: (() => Promise<void>) | undefined;
}

export default defineConfig(async () => {
  const emulators = await startEmulators({ redirectOrigin: "https://web.test", secrets: createSecrets() });
  const odd = await startOddProvider(emulators.urls.github);
  const linear = await startOddProvider(emulators.urls.linear);
  const documents = await startClientDocuments();
  const secrets = createPolarSecrets();
  const productIds = [crypto.randomUUID(), crypto.randomUUID()];
  const polar = await FakePolar.start({ ...secrets, port: 0, productIds, webhookUrl: null });
  globalThis.stopClawlinkTests = async () => {
    odd.server.close();
    linear.server.close();
    documents.server.close();
    await polar.stop();
    await emulators.close();
  };
  const origins = {
    ...emulators.origins,
    "https://api.github.com": { origin: odd.origin },
    "https://api.linear.app": { origin: linear.origin },
    [documentOrigin]: { origin: documents.origin },
  };
  const { publicKey, privateKey } = await generateKeyPair("test");
  const older = await generateKeyPair("older");
  const migrations = await readD1Migrations("../../migrations");
  const workerd = (more: Record<string, string>) =>
    cloudflareTest({
      wrangler: { configPath: "../../wrangler.api.toml" },
      miniflare: {
        email: { send_email: [{ name: "TEST_EMAIL" }] },
        bindings: {
          ENVIRONMENT: "development",
          WEB_ORIGIN: "https://web.test",
          API_ORIGIN: "https://api.test",
          VAULT_PUBLIC_KEY: publicKey,
          VAULT_PRIVATE_KEYS: `${privateKey},${older.privateKey}`,
          TEST_OLDER_PUBLIC_KEY: older.publicKey,
          OAUTH_CLIENTS: JSON.stringify(emulators.clients),
          LOOPBACK_ORIGINS: JSON.stringify(origins),
          TEST_KEYS: JSON.stringify(emulators.keys),
          TEST_URLS: JSON.stringify({ ...emulators.urls, odd: odd.origin, countedLinear: linear.origin }),
          TEST_MIGRATIONS: migrations,
          ...more,
        },
      },
    });
  const plans = productIds.map((id, index) => ({
    id: `plan-${index}`,
    name: `Plan ${index}`,
    price: "$9 a month",
    productIds: [id],
    callsPerMonth: 100 * (index + 1),
    apps: 3,
  }));
  const billing = {
    POLAR_SERVER: polar.url,
    POLAR_ACCESS_TOKEN: secrets.accessToken,
    BILLING_PLANS: JSON.stringify({ trial: { days: 7, calls: 100, apps: 1 }, plans }),
    TEST_POLAR: JSON.stringify({ url: polar.url, productIds }),
  };
  const mail = { MAIL_FROM: "ClawLink <clawlink@example.com>", RESEND_API_KEY: emulators.keys.resend };
  const shared = {
    setupFiles: ["./test/apply-migrations.ts"],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  };
  return {
    test: {
      globalSetup: ["./test/stop-emulators.ts"],
      projects: [
        {
          plugins: [workerd({})],
          test: { name: "api", include: ["test/**/*.test.ts"], exclude: ["test/{billing,mail}/**"], ...shared },
        },
        { plugins: [workerd(mail)], test: { name: "mail", include: ["test/mail/*.test.ts"], ...shared } },
        {
          plugins: [workerd({ ...billing, ...mail })],
          test: { name: "billing", include: ["test/billing/*.test.ts"], ...shared },
        },
      ],
    },
  };
});
