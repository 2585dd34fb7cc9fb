import { describe, expect, it } from "vitest";
import manifest from "../openclaw.plugin.json" with { type: "json" };
import packageJson from "../package.json" with { type: "json" };
import plugin from "../src/index.ts";
import { FakeOpenClaw } from "./fake-openclaw.ts";

describe("the manifest", () => {
  it("names exactly the tools that are registered, each with a schema a model can read", () => {
    const openclaw = new FakeOpenClaw({});
    expect([...openclaw.tools.keys()].sort()).toEqual([...manifest.contracts.tools].sort());
    for (const [name, make] of openclaw.tools) {
      const tool = make({});
      expect(tool).toMatchObject({ name, parameters: { type: "object" } });
      expect(tool?.description.length).toBeLessThan(300);
    }
  });

  it("has the id and version the plugin and the package have", () => {
    expect(manifest.id).toBe(plugin.id);
    expect(manifest.version).toBe(packageJson.version);
    expect(packageJson.openclaw.extensions).toEqual(["./dist/index.js"]);
  });

  it("lets people configure what the plugin reads, the key as a secret", () => {
    expect(Object.keys(manifest.configSchema.properties).sort()).toEqual(["apiKey", "baseUrl"]);
    expect(manifest.configContracts.secretInputs.paths).toEqual([{ path: "apiKey", expected: "string" }]);
    expect(manifest.uiHints.apiKey.sensitive).toBe(true);
  });
});
