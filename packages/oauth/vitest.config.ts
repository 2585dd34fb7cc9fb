import { cloudflareTest } from "@cloudflare/vitest-pool-workers";
import { defineConfig } from "vitest/config";

const workerd = cloudflareTest({ miniflare: { compatibilityDate: "2026-08-15" } });

export default defineConfig({
  test: {
    projects: [
      { test: { name: "node", include: ["test/*.test.ts"] } },
      { plugins: [workerd], test: { name: "workerd", include: ["test/*.test.ts"], exclude: ["test/*.node.test.ts"] } },
    ],
  },
});
