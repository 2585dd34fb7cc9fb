import { readFile } from "node:fs/promises";
import { newAccountId, newAgentKey } from "@clawlink/contract";
import { FakeClawLink } from "@clawlink/testing/fake-clawlink";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Terminal } from "./terminal.ts";

const session = "/api/openclaw/pair/sessions/token";

let clawlink: FakeClawLink;
let terminal: Terminal;
let keys: string[];

beforeEach(async () => {
  clawlink = await FakeClawLink.start();
  terminal = new Terminal();
  keys = [];
  clawlink.on("POST /api/openclaw/pair/start", {
    sessionToken: "token",
    verifier: "verifier",
    displayCode: "ABCD-EFGH",
    pairUrl: `${clawlink.url}/openclaw/pair/token`,
    expiresAt: new Date(Date.now() + 60_000).toISOString(),
    pollIntervalMs: 100,
  });
  clawlink.on(`GET ${session}`, { session: { status: "ready_for_device", approvedUserHint: null } });
  clawlink.answers.set(`POST ${session}/exchange`, () => {
    keys.push(newAgentKey(newAccountId()));
    return { body: { apiKey: keys.at(-1) } };
  });
  clawlink.on(`POST ${session}/finalize`, { session: { status: "paired", approvedUserHint: null } });
  clawlink.on("DELETE /api/agent/key", { success: true });
});
afterEach(() => clawlink.stop());

const file = (name: string) => readFile(terminal.path(name), "utf8");
const install = (id: string, ...more: string[]) =>
  terminal.run("install", id, "--yes", "--base-url", clawlink.url, ...more);
const revoked = () => clawlink.seen.filter(({ method }) => method === "DELETE").map(({ key }) => key);

describe("a client that is configured", () => {
  it("gets a key of its own, named after it, and takes none of the others with it when it goes", async () => {
    const { code, out } = await install("cursor");
    expect([code, out]).toEqual([0, expect.stringContaining("ABCD-EFGH")]);
    await install("gemini");
    const [cursor = "", gemini = ""] = keys;
    expect(out).not.toContain(cursor);
    expect(await file(".cursor/mcp.json")).toContain(cursor);
    expect(await file(".gemini/settings.json")).toContain(gemini);
    const labels = clawlink.seen.flatMap(({ body }) => Object(body).deviceLabel ?? []);
    expect(labels).toEqual([expect.stringMatching(/^Cursor on ./), expect.stringMatching(/^Gemini CLI on ./)]);
    expect((await terminal.run("uninstall", "cursor", "--yes")).out).toContain("Its key is revoked");
    expect(revoked()).toEqual([cursor]);
  });

  it("keeps its key when it is configured again, and loses it when it signs in by itself", async () => {
    await install("codex");
    expect((await install("codex")).out).toContain("already");
    expect(keys).toHaveLength(1);
    expect((await install("codex", "--oauth")).out).toContain("codex mcp login clawlink");
    expect(revoked()).toEqual(keys);
  });

  it.each(["openclaw", "hermes"])("is told to sign in by itself, where it has to be (%s)", async (id) => {
    const written = { openclaw: ".openclaw/openclaw.json", hermes: ".hermes/config.yaml" }[id] ?? "";
    await install(id, "--oauth");
    expect(await file(written)).toMatch(/"?auth"?: "?oauth"?/);
  });

  it("is left as it was when the person says no in the browser", async () => {
    clawlink.on(`GET ${session}`, { session: { status: "failed", approvedUserHint: null } });
    expect((await install("cursor")).code).toBe(1);
    await expect(file(".cursor/mcp.json")).rejects.toThrow();
  });
});
