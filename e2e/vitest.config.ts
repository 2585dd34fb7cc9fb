import { defineConfig } from "vitest/config";
import { InOrder } from "./src/in-order.ts";

// One product, one browser, one journey after the other: they share a machine with two cores.
export default defineConfig({
  test: {
    include: ["test/*.test.ts"],
    globalSetup: ["src/global-setup.ts"],
    fileParallelism: false,
    sequence: { sequencer: InOrder },
    testTimeout: 90_000,
    hookTimeout: 300_000,
  },
});
