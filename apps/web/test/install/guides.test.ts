import { describe, expect, it } from "vitest";
import { arrivedSince } from "../../src/app/dashboard/install/arrived-since.ts";
import { guides } from "../../src/app/dashboard/install/guides.ts";

const origin = "https://links.example.com";
const all = guides(origin);
const mcp = `${origin}/api/mcp?names=underscore`;
const textsOf = (steps: (typeof all)[number]["steps"]) =>
  steps.flatMap(({ aid }) => (aid?.kind === "copy" ? [aid.text] : []));

describe("the install page", () => {
  it("fills this deployment's address into every client's commands, and names no other deployment", () => {
    for (const { id, steps } of all) {
      const texts = textsOf(steps).join("\n");
      expect(texts, id).toContain(origin);
      expect(texts, id).not.toMatch(/claw-link\.dev|localhost/);
    }
  });

  it("gives the address whose tools every client shows, in quotes where a shell reads it", () => {
    const lines = all.flatMap(({ steps }) => textsOf(steps)).flatMap((text) => text.split("\n"));
    const addressed = lines.filter((line) => line.includes("/api/mcp"));
    expect(addressed.length).toBeGreaterThan(6);
    for (const line of addressed) {
      expect(line).toContain(mcp);
      if (!line.startsWith("https:")) expect(line).toMatch(/["'][^"' ]*\/api\/mcp\?names=underscore["']/);
    }
  });

  it("writes configurations that parse", () => {
    const configurations = all.flatMap(({ steps }) => textsOf(steps)).filter((text) => text.startsWith("{"));
    expect(configurations).toHaveLength(2);
    for (const text of configurations) expect(JSON.parse(text)).toHaveProperty("mcpServers.clawlink.url");
    const code = all.find(({ id }) => id === "vscode")?.steps[0]?.aid;
    const argument = code?.kind === "copy" ? /'(.*)'/.exec(code.text)?.[1] : "";
    expect(JSON.parse(argument ?? "")).toEqual({ name: "clawlink", type: "http", url: mcp });
  });

  it("gives Cursor a link that holds its configuration", () => {
    const aid = all.find(({ id }) => id === "cursor")?.steps[0]?.aid;
    const link = new URL(aid?.kind === "link" ? aid.href : "");
    expect(JSON.parse(atob(link.searchParams.get("config") ?? ""))).toEqual({ url: mcp });
  });

  it("sees a device that was paired, or called, since the page was opened, and no other", () => {
    const opened = Date.parse("2026-11-23T10:00:00.000Z");
    const device = (name: string, createdAt: string, lastUsedAt: string | null) => ({ name, createdAt, lastUsedAt });
    const old = device("Old", "2026-11-01T10:00:00.000Z", "2026-11-22T10:00:00.000Z");
    expect(arrivedSince([old], opened)).toBeNull();
    expect(arrivedSince([old, device("New", "2026-11-23T10:00:05.000Z", null)], opened)).toBe("New");
    expect(arrivedSince([device("Back", old.createdAt, "2026-11-23T10:01:00.000Z")], opened)).toBe("Back");
  });
});
