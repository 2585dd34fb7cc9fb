import { chmod, lstat, mkdir, readFile, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { newAccountId, newAgentKey } from "@clawlink/contract";
import { FakeClawLink } from "@clawlink/testing/fake-clawlink";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Terminal } from "./terminal.ts";

const session = "/api/openclaw/pair/sessions/token";
const credential = ".config/clawlink/credential.json";

let clawlink: FakeClawLink;
let terminal: Terminal;
let key: string;

beforeEach(async () => {
  clawlink = await FakeClawLink.start();
  terminal = new Terminal();
  key = newAgentKey(newAccountId());
  clawlink.on("POST /api/openclaw/pair/start", {
    sessionToken: "token",
    verifier: "verifier",
    displayCode: "ABCD-EFGH",
    pairUrl: `${clawlink.url}/openclaw/pair/token`,
    expiresAt: new Date(Date.now() + 60_000).toISOString(),
    pollIntervalMs: 100,
  });
  let asked = 0;
  clawlink.answers.set(`GET ${session}`, () => {
    asked += 1;
    const status = asked < 3 ? "awaiting_browser" : "ready_for_device";
    return { body: { session: { status, approvedUserHint: "a••@e••.com" } } };
  });
  clawlink.on(`POST ${session}/exchange`, { apiKey: key });
  clawlink.on(`POST ${session}/finalize`, { session: { status: "paired", approvedUserHint: null } });
  clawlink.on("GET /api/agent/whoami", { user_id: "u", device: { name: "desk", kind: "cli" } });
  clawlink.on("GET /api/integrations", { integrations: [] });
});
afterEach(() => clawlink.stop());

const login = () => terminal.run("login", "--base-url", clawlink.url, "--name", "desk");

describe("login", () => {
  it("shows link and code, waits, and keeps the key for its owner alone", async () => {
    const { code, out } = await login();
    expect([code, out]).toEqual([0, expect.stringContaining("ABCD-EFGH")]);
    expect(out).toContain(`${clawlink.url}/openclaw/pair/token`);
    expect(out).toContain("a••@e••.com");
    expect(out).not.toContain(key);
    expect((await stat(terminal.path(credential))).mode & 0o777).toBe(0o600);
    expect((await stat(terminal.path(".config/clawlink"))).mode & 0o777).toBe(0o700);
    const exchange = clawlink.seen.find(({ path }) => path.endsWith("/exchange"));
    expect(exchange?.body).toEqual({ verifier: "verifier", client: "cli" });
    expect((await terminal.run("status")).out).toContain("desk");
    expect(clawlink.seen.at(-1)?.key).toBe(key);
  });

  it("speaks JSON lines to machines", async () => {
    const { out } = await terminal.run("login", "--json", "--base-url", clawlink.url);
    const lines = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([{ status: "awaiting_browser", displayCode: "ABCD-EFGH" }, { status: "paired" }]);
  });

  it("keeps nothing when it is rejected", async () => {
    clawlink.on(`GET ${session}`, { session: { status: "failed", approvedUserHint: null } });
    const { code, err } = await login();
    expect([code, err]).toEqual([1, expect.stringContaining("rejected")]);
    expect((await terminal.run("status")).code).toBe(3);
  });

  it.each(["http://links.example.com", "ftp://x", "nonsense"])("does not pair with %s", async (url) => {
    expect((await terminal.run("login", "--base-url", url)).code).toBe(2);
  });

  it("puts the file where the system wants it", async () => {
    terminal.env.XDG_CONFIG_HOME = terminal.path("elsewhere");
    await login();
    expect(JSON.parse(await readFile(terminal.path("elsewhere/clawlink/credential.json"), "utf8"))).toMatchObject({
      baseUrl: clawlink.url,
    });
  });
});

describe("a credential file somebody has been at", () => {
  const change = async (edit: (text: string) => string) => {
    await login();
    const file = terminal.path(credential);
    await writeFile(file, edit(await readFile(file, "utf8")), { mode: 0o600 });
  };

  it.each<[string, (text: string) => string]>([
    ["another address", (text) => text.replace(/http:\/\/[^"]+/, "https://evil.example.com")],
    ["another key", (text) => text.replace(/cllk_live_[^"]+/, newAgentKey(newAccountId()))],
    ["half a file", (text) => text.slice(0, 40)],
    ["something else", () => '{"hello":1}'],
    ["nothing", () => ""],
  ])("is not used: %s", async (_, edit) => {
    await change(edit);
    clawlink.seen.length = 0;
    const { code, err } = await terminal.run("status");
    expect([code, err]).toEqual([3, expect.stringMatching(/credential\.json.*clawlink login/)]);
    expect(clawlink.seen).toEqual([]);
    expect((await login()).code).toBe(0);
    expect((await terminal.run("status")).code).toBe(0);
  });

  it("is not used while others can read it", async () => {
    await login();
    await chmod(terminal.path(credential), 0o644);
    const { code, err } = await terminal.run("status");
    expect([code, err]).toEqual([3, expect.stringContaining("by others")]);
  });

  it("is not used where a link leads to a file that others can read, and a link gets no key written through it", async () => {
    await login();
    const elsewhere = terminal.path("elsewhere.json");
    await rename(terminal.path(credential), elsewhere);
    await chmod(elsewhere, 0o644);
    await symlink(elsewhere, terminal.path(credential));
    expect(await terminal.run("status")).toMatchObject({ code: 3, err: expect.stringContaining("by others") });
    await writeFile(elsewhere, "mine");
    expect((await login()).code).toBe(0);
    expect(await readFile(elsewhere, "utf8")).toBe("mine");
    expect((await lstat(terminal.path(credential))).isFile()).toBe(true);
  });

  it("is not used when it is a folder, and login names it", async () => {
    await mkdir(terminal.path(credential), { recursive: true });
    expect(await terminal.run("status")).toMatchObject({ code: 3, err: expect.stringContaining("is not a file") });
    const { code, err } = await login();
    expect([code, err]).toEqual([1, expect.stringContaining("credential.json")]);
  });
});

describe("the environment", () => {
  it("brings a key of its own", async () => {
    Object.assign(terminal.env, { CLAWLINK_API_KEY: key, CLAWLINK_BASE_URL: clawlink.url });
    expect((await terminal.run("status")).out).toContain("from environment");
    expect(clawlink.seen.at(-1)?.key).toBe(key);
  });

  it("does not send the saved key to another ClawLink", async () => {
    await login();
    const other = await FakeClawLink.start();
    terminal.env.CLAWLINK_BASE_URL = other.url;
    expect((await terminal.run("status")).code).toBe(3);
    expect(other.seen).toEqual([]);
    await other.stop();
  });
});

describe("logout", () => {
  it("revokes the key and forgets it", async () => {
    await login();
    clawlink.on("DELETE /api/agent/key", { success: true });
    expect((await terminal.run("logout")).code).toBe(0);
    expect(clawlink.seen.at(-1)).toMatchObject({ method: "DELETE", path: "/api/agent/key", key });
    await expect(stat(terminal.path(credential))).rejects.toThrow();
  });

  it("forgets the key, and says so, when ClawLink is away", async () => {
    await login();
    await clawlink.stop();
    const { code, out } = await terminal.run("logout");
    expect([code, out]).toEqual([0, expect.stringContaining("Revoke it under Devices")]);
    expect((await terminal.run("status")).code).toBe(3);
    clawlink = await FakeClawLink.start();
  });

  it("removes a broken file too", async () => {
    await login();
    await writeFile(terminal.path(credential), "{");
    expect((await terminal.run("logout")).code).toBe(0);
    await rm(terminal.path(credential), { force: true });
    expect((await terminal.run("status")).err).toContain("not paired");
  });
});
