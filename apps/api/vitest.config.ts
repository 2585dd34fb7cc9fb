import { createSecrets, startEmulators } from "@clawlink/testing";
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
  globalThis.stopClawlinkTests = async () => {
    odd.server.close();
    linear.server.close();
    documents.server.close();
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
  const workerd = cloudflareTest({
    wrangler: { configPath: "../../wrangler.api.toml" },
    miniflare: {
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
        TEST_MIGRATIONS: await readD1Migrations("../../migrations"),
      },
    },
  });
  return {
    plugins: [workerd],
    test: {
      include: ["test/**/*.test.ts"],
      setupFiles: ["./test/apply-migrations.ts"],
      globalSetup: ["./test/stop-emulators.ts"],
      testTimeout: 20_000,
      hookTimeout: 30_000,
    },
  };
});
