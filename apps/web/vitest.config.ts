import { createSecrets, mapOrigin, startEmulators } from "@clawlink/testing";
import { createPolarSecrets, FakePolar } from "@clawlink/testing/fake-polar";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-pool-workers";
import { defineConfig } from "vitest/config";

export default defineConfig(async () => {
  const { origins, clients, close } = await startEmulators({
    redirectOrigin: "https://claw.example",
    secrets: createSecrets(),
  });
  const polarSecrets = createPolarSecrets();
  const productIds = [crypto.randomUUID(), crypto.randomUUID()];
  const polar = await FakePolar.start({ ...polarSecrets, port: 0, productIds, webhookUrl: null });
  globalThis.stopClawlinkTests = async () => {
    await close();
    await polar.stop();
  };
  const workerd = cloudflareTest({
    miniflare: {
      compatibilityDate: "2026-08-15",
      compatibilityFlags: ["nodejs_compat"],
      d1Databases: ["DB"],
      bindings: {
        TEST_MIGRATIONS: await readD1Migrations("../../migrations"),
        TEST_POLAR: JSON.stringify({ url: polar.url, productIds }),
        TEST_POLAR_TOKEN: polarSecrets.accessToken,
        TEST_POLAR_SECRET: polarSecrets.webhookSecret,
        TEST_CLIENTS: JSON.stringify({ github: clients.github, google: clients.google }),
      },
      outboundService: (request: Request) =>
        fetch(
          new Request(mapOrigin({ ...origins, [polar.url]: { origin: polar.url } }, new URL(request.url)), request),
          { redirect: "manual" },
        ),
    },
  });
  return {
    test: {
      globalSetup: ["./test/stop-emulators.ts"],
      projects: [
        { test: { name: "node", include: ["test/**/*.test.ts"], exclude: ["test/**/*.workerd.test.ts"] } },
        {
          plugins: [workerd],
          test: {
            name: "workerd",
            include: ["test/**/*.workerd.test.ts"],
            setupFiles: ["./test/auth/apply-migrations.ts"],
            testTimeout: 20_000,
          },
        },
      ],
    },
  };
});
