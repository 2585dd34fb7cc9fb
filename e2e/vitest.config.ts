import { defineConfig } from "vitest/config";
import { InOrder } from "./src/in-order.ts";
import { firstPort } from "./src/start-product.ts";

// One product, one browser, one journey after the other: they share a machine with two cores.
export default defineConfig({
  test: {
    include: ["test/*.test.ts"],
    globalSetup: ["src/global-setup.ts"],
    fileParallelism: false,
    sequence: { sequencer: InOrder },
    testTimeout: 90_000,
    hookTimeout: 300_000,
    // Each test file is a process, and a port counted from its own id might be one of this run's.
    env: { CLAWLINK_E2E_PORT: String(firstPort) },
  },
});
