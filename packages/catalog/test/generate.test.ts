import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { toolName } from "@clawlink/contract";
import { describe, expect, it } from "vitest";
import { generate } from "../scripts/generate.ts";
import { describeActions } from "../src/generated/actions.generated.ts";
import { icons } from "../src/generated/icons.generated.ts";
import { manifest } from "../src/generated/manifest.generated.ts";
import { registry } from "../src/generated/registry.generated.ts";

const generated = join(import.meta.dirname, "../src/generated");

describe("the generated doors", () => {
  it("are what the folders say now, and the same each time", async () => {
    for (const [name, content] of await generate())
      expect(await readFile(join(generated, name), "utf8"), `${name} is stale: run pnpm gen`).toBe(content);
  }, 60_000);

  it("name the same apps and actions", async () => {
    const slugs = manifest.map(({ slug }) => slug);
    expect(slugs).toEqual([...slugs].sort());
    for (const door of [registry, describeActions, icons]) expect(Object.keys(door)).toEqual(slugs);
    for (const app of manifest) {
      const ids = app.actions.map(({ id }) => id);
      expect(Object.keys(registry[app.slug]?.actions ?? {})).toEqual(ids);
      expect(Object.keys((await describeActions[app.slug]?.()) ?? {})).toEqual(ids);
    }
  });

  it("give every action a tool name of its own", () => {
    const tools = manifest.flatMap((app) => app.actions.map((action) => ({ app, action })));
    for (const { app, action } of tools) expect(action.tool).toBe(toolName(app.slug, action.id));
    expect(new Set(tools.map(({ action }) => action.tool)).size).toBe(tools.length);
  });

  it("load the code an entry names, and only then", async () => {
    const gmail = registry.gmail;
    expect((await gmail?.provider())?.slug).toBe("gmail");
    expect((await gmail?.actions.send_email?.())?.id).toBe("send_email");
    const source = await readFile(join(generated, "manifest.generated.ts"), "utf8");
    expect(source.match(/^import .*/gm)).toEqual(['import type { ManifestApp } from "@clawlink/provider-kit";']);
  });

  it("describe arguments as JSON Schema with what is required and where files are", async () => {
    const send = manifest.find(({ slug }) => slug === "gmail")?.actions.find(({ id }) => id === "send_email");
    expect(send).toMatchObject({ required: ["to", "subject", "body"], files: ["attachment"], effect: "write" });
    const described = (await describeActions.gmail?.())?.send_email?.detail;
    expect(described?.input_schema).toMatchObject({
      type: "object",
      required: ["to", "subject", "body"],
      properties: { subject: { type: "string", description: "Subject line." } },
    });
    expect(described?.requires_confirmation).toBe(true);
  });
});
