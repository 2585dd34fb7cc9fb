import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-pool-workers";
import { defineConfig } from "vitest/config";
import { answerAsGitHub } from "./test/auth/github-double.ts";

export default defineConfig(async () => {
  const workerd = cloudflareTest({
    miniflare: {
      compatibilityDate: "2026-08-15",
      compatibilityFlags: ["nodejs_compat"],
      d1Databases: ["DB"],
      bindings: { TEST_MIGRATIONS: await readD1Migrations("../../migrations") },
      outboundService: answerAsGitHub,
    },
  });
  return {
    test: {
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
