import { chmod, mkdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { newAccountId, newAgentKey } from "@clawlink/contract";
import { parse as parseJsonc } from "jsonc-parser";
import { parse as parseToml } from "smol-toml";
import { beforeEach, describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { type ClientId, existing } from "./existing-configs.ts";
import { Terminal } from "./terminal.ts";

const ids = Object.keys(existing) as ClientId[];
const baseUrl = "https://links.example.com";

let terminal: Terminal;
let key: string;

beforeEach(() => {
  terminal = new Terminal();
  key = newAgentKey(newAccountId());
  Object.assign(terminal.env, { CLAWLINK_API_KEY: key, CLAWLINK_BASE_URL: baseUrl });
});

async function put(id: ClientId, text: string): Promise<string> {
  const file = terminal.path(existing[id].file);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  return file;
}

const bytes = (file: string) => readFile(file, "utf8");

function parse(id: ClientId, text: string) {
  if (id === "codex") return parseToml(text);
  if (id === "hermes") return parseYaml(text);
  return parseJsonc(text, [], { allowTrailingComma: true });
}

const url = `${baseUrl}/api/mcp?names=underscore`;
const headers = () => ({ "x-clawlink-api-key": key });
const wanted: Record<ClientId, () => object> = {
  "claude-code": () => ({ mcpServers: { clawlink: { type: "http", url, headers: headers() } } }),
  cursor: () => ({ mcpServers: { clawlink: { url, headers: headers() } } }),
  codex: () => ({ mcp_servers: { clawlink: { url, http_headers: { Authorization: `Bearer ${key}` } } } }),
  vscode: () => ({ servers: { clawlink: { type: "http", url, headers: headers() } } }),
  openclaw: () => ({ mcp: { servers: { clawlink: { transport: "streamable-http", url, headers: headers() } } } }),
  hermes: () => ({ mcp_servers: { clawlink: { url, headers: headers() } } }),
  gemini: () => ({ mcpServers: { clawlink: { httpUrl: url, headers: headers() } } }),
};

describe.each(ids)("%s", (id) => {
  it("gets its entry, keeps every other line, and is as it was after uninstall", async () => {
    const { text } = existing[id];
    const file = await put(id, text);
    const { code, out } = await terminal.run("install", id, "--yes");
    expect([code, out]).toEqual([0, expect.stringContaining(`clawlink uninstall ${id}`)]);
    const after = await bytes(file);
    expect(parse(id, after)).toMatchObject({ ...parse(id, text), ...wanted[id]() });
    for (const line of text.split("\n").filter((one) => !/^\s*[{}]|"mcpServers": \{\}|\}$/.test(one.trim())))
      expect(after).toContain(line);
    expect((await terminal.run("uninstall", id, "--yes")).code).toBe(0);
    expect(await bytes(file)).toBe(text);
  });

  it("is made where there was none, its owner's alone, and goes away again", async () => {
    expect((await terminal.run("install", id, "--yes")).code).toBe(0);
    const file = terminal.path(existing[id].file);
    expect(parse(id, await bytes(file))).toEqual(wanted[id]());
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await terminal.run("uninstall", id, "--yes")).code).toBe(0);
    await expect(stat(file)).rejects.toThrow();
  });

  it("is refused, untouched, when it is not valid", async () => {
    const broken = id === "codex" ? "a = [1\n" : id === "hermes" ? "a: [1\nb: 2\n" : '{"a": 1,, }\n';
    const file = await put(id, broken);
    for (const command of ["install", "uninstall"]) {
      const { code, err } = await terminal.run(command, id, "--yes");
      expect([code, err]).toEqual([7, expect.stringContaining("is left as it is")]);
      expect(err).toContain(file);
    }
    expect(await bytes(file)).toBe(broken);
  });

  it("is configured twice as once, and with a new key gets that one", async () => {
    const file = await put(id, existing[id].text);
    await terminal.run("install", id, "--yes");
    const once = await bytes(file);
    expect((await terminal.run("install", id, "--yes")).out).toContain("already");
    expect(await bytes(file)).toBe(once);
    const fresh = newAgentKey(newAccountId());
    terminal.env.CLAWLINK_API_KEY = fresh;
    await terminal.run("install", id, "--yes");
    expect(await bytes(file)).toBe(once.replace(key, fresh));
    await terminal.run("uninstall", id, "--yes");
    expect(await bytes(file)).toBe(existing[id].text);
  });

  it("can do without a key in it", async () => {
    const file = await put(id, existing[id].text);
    await terminal.run("install", id, "--yes", "--stdio");
    expect(await bytes(file)).not.toContain(key);
    expect(await bytes(file)).toMatch(/npx/);
    await terminal.run("install", id, "--yes", "--oauth");
    expect(await bytes(file)).not.toContain(key);
    expect(await bytes(file)).toContain(url);
    await terminal.run("uninstall", id, "--yes");
    expect(await bytes(file)).toBe(existing[id].text);
  });
});

describe("install", () => {
  it("shows the change without the key, and makes none where nobody can be asked", async () => {
    const file = await put("cursor", existing.cursor.text);
    const { code, out, err } = await terminal.run("install", "cursor");
    expect([code, err]).toEqual([2, expect.stringContaining("--yes")]);
    expect(out).toContain(`+++ ${file}`);
    expect(out).toContain('"clawlink"');
    expect(out + err).not.toContain(key);
    expect(out).toContain(`…${key.slice(-4)}`);
    expect(await bytes(file)).toBe(existing.cursor.text);
  });

  it("gives back what somebody had under the same name", async () => {
    const text = '{ "mcpServers": { "clawlink": { "command": "mine", "args": ["a"] } } }\n';
    const file = await put("cursor", text);
    await terminal.run("install", "cursor", "--yes");
    expect(await bytes(file)).not.toContain("mine");
    await terminal.run("uninstall", "cursor", "--yes");
    expect(parseJsonc(await bytes(file))).toEqual(parseJsonc(text));
  });

  it("leaves alone what was added since", async () => {
    const file = await put("gemini", existing.gemini.text);
    await terminal.run("install", "gemini", "--yes");
    const settings = parseJsonc(await bytes(file));
    settings.mcpServers.other = { command: "x" };
    settings.theme = "Light";
    await writeFile(file, JSON.stringify(settings));
    await terminal.run("uninstall", "gemini", "--yes");
    expect(JSON.parse(await bytes(file))).toEqual({ theme: "Light", mcpServers: { other: { command: "x" } } });
  });

  it("keeps the mode of a file and the link that leads to it", async () => {
    const real = terminal.path("dotfiles.json");
    await writeFile(real, "{}\n");
    await chmod(real, 0o640);
    await mkdir(terminal.path(".cursor"));
    await symlink(real, terminal.path(".cursor/mcp.json"));
    await terminal.run("install", "cursor", "--yes");
    expect((await stat(real)).mode & 0o777).toBe(0o640);
    expect(parseJsonc(await bytes(real))).toEqual(wanted.cursor());
  });

  it.each<[ClientId, string]>([
    ["codex", "mcp_servers = { other = { command = 'x' } }\n"],
    ["codex", "[mcp_servers]\nclawlink = { command = 'x' }\n"],
    ["hermes", "mcp_servers: {a: {command: x}}\n"],
    ["hermes", "mcp_servers: &all\n  a: 1\nother: *all\n---\nb: 1\n"],
    ["hermes", "- a\n- b\n"],
    ["cursor", "[]"],
    ["cursor", '{"mcpServers": []}'],
    ["openclaw", "{gateway: {mode: 'local'}}"],
  ])("refuses what it cannot edit without touching the rest: %s %j", async (id, text) => {
    const file = await put(id, text);
    const { code } = await terminal.run("install", id, "--yes");
    expect([code, await bytes(file)]).toEqual([7, text]);
  });

  it("keeps Windows line ends in every format", async () => {
    for (const id of ids) {
      const text = existing[id].text.replaceAll("\r\n", "\n").replaceAll("\n", "\r\n");
      const file = await put(id, text);
      await terminal.run("install", id, "--yes");
      expect((await bytes(file)).replaceAll("\r\n", "")).not.toContain("\n");
      await terminal.run("uninstall", id, "--yes");
      expect([id, await bytes(file)]).toEqual([id, text]);
    }
  });

  it("says so when there is nothing to take out", async () => {
    expect((await terminal.run("uninstall", "codex", "--yes")).out).toContain("has no ClawLink");
  });
});
