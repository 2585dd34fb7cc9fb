import { describeProvider } from "@clawlink/provider-kit/testing";
import { expect, it } from "vitest";
import { readProviders } from "../scripts/read-providers.ts";

// PROVIDERS=slack,linear runs the suite on some folders while others are being written.
const folders = await readProviders(process.env.PROVIDERS?.split(","));

it("finds the provider folders", () => {
  expect(folders.length).toBeGreaterThan(0);
});

for (const folder of folders) describeProvider(folder);
