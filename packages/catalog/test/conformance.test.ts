import { describeProvider } from "@clawlink/provider-kit/testing";
import { expect, it } from "vitest";
import { readProviders } from "../scripts/read-providers.ts";

const folders = await readProviders();
const only = process.env.PROVIDERS?.split(",");

it("finds the provider folders", () => {
  expect(folders.length).toBeGreaterThan(0);
});

for (const folder of folders) if (only === undefined || only.includes(folder.folder)) describeProvider(folder);
