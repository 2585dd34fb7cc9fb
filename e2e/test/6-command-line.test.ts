import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFailed } from "vitest";
import { openBrowser } from "../src/browser.ts";
import { newPerson, type Person } from "../src/person.ts";
import { picture } from "../src/picture.ts";
import { press } from "../src/press.ts";
import { type Ended, runProgram } from "../src/run-program.ts";
import { remember } from "../src/seen.ts";

const product = inject("product");
const cli = join(import.meta.dirname, "../../packages/cli");

let browser: Browser;
let person: Person;
let home: string;

beforeAll(async () => {
  execFileSync("node", [join(cli, "scripts/build.ts")]);
  home = await mkdtemp(join(tmpdir(), "clawlink-e2e-home-"));
  browser = await openBrowser();
  person = await newPerson(browser, product);
});
afterAll(async () => {
  await browser.close();
  await rm(home, { recursive: true, force: true });
});

const start = (args: readonly string[], input = "") =>
  runProgram(["node", join(cli, "dist/clawlink.js"), ...args], { HOME: home, NO_COLOR: "1" }, home, input);
const clawlink = (...args: string[]): Promise<Ended> => start(args).ended;

describe("a person at a terminal", () => {
  it("pairs the machine by comparing the code in the browser", async () => {
    const { page } = person;
    onTestFailed(picture(page, "cli-login"));
    const login = start(["login", "--base-url", product.webOrigin, "--name", "Terminal of the journey"]);
    const [pairUrl] = await login.seen(/https?:\/\/\S+\/openclaw\/pair\/\S+/);
    const [, code] = await login.seen(/code: (\S+)/);
    await page.goto(pairUrl);
    await page.getByText(code ?? "").waitFor();
    await press(page.getByRole("button", { name: "Approve" }));
    expect((await login.ended).code).toBe(0);
    const saved = JSON.parse(await readFile(join(home, ".config/clawlink/credential.json"), "utf8"));
    await remember(product, "an agent key", saved.apiKey);
    expect((await clawlink("status")).out).toContain("Terminal of the journey");
    await page.goto(`${product.webOrigin}/dashboard/devices`);
    await page.getByText("Command line").first().waitFor();
  });

  it("connects an app through its popup, and finds it connected", async () => {
    const { page } = person;
    onTestFailed(picture(page, "cli-connect"));
    const connect = start(["connect", "gmail"]);
    const [url] = await connect.seen(/https?:\/\/\S+\/connect\/gmail\S*/);
    const popup = await page.context().newPage();
    await popup.goto(url);
    await press(popup.getByRole("button", { name: "Continue to Gmail" }));
    await popup.getByRole("button", { name: "owner@example.com" }).click();
    const { code, out } = await connect.ended;
    expect([code, out]).toEqual([0, expect.stringContaining("gmail is connected as owner@example.com")]);
    expect((await clawlink("apps", "--connected")).out).toContain("owner@example.com");
  });

  it("finds a tool, calls it with flags, previews a mail, and is asked to confirm it", async () => {
    expect((await clawlink("search", "find", "mails")).out).toContain("gmail_search_emails");
    const found = await clawlink("call", "gmail_search_emails", "--query", "invoice");
    expect(JSON.parse(found.out).messages.length).toBeGreaterThan(0);
    const mail = [
      "gmail_send_email",
      "--to",
      "teammate@example.com",
      "--subject",
      "Hello",
      "--body",
      "From a terminal.",
    ];
    const preview = await clawlink("call", ...mail, "--preview");
    expect(JSON.parse(preview.out)).toMatchObject({ method: "POST" });
    expect((await clawlink("call", ...mail)).code).toBe(5);
    expect((await clawlink("call", ...mail, "--confirm")).code).toBe(0);
  });

  it("sees its own calls in the log", async () => {
    const { out } = await clawlink("logs", "--json");
    const logs = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(logs.map(({ action, success }) => [action, success]).slice(-2)).toEqual([
      ["send_email", false],
      ["send_email", true],
    ]);
  });

  it("gives an MCP client that knows no HTTP the tools", async () => {
    const line = (id: number, method: string, params: object) =>
      `${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`;
    const hello = { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "journey", version: "1" } };
    const { code, out } = await start(["mcp"], line(1, "initialize", hello) + line(2, "tools/list", {})).ended;
    const answers = out
      .trim()
      .split("\n")
      .map((text) => JSON.parse(text));
    expect(code).toBe(0);
    const tools = answers.find(({ id }) => id === 2).result.tools.map(({ name }: { name: string }) => name);
    expect(tools).toContain("clawlink_execute");
  });

  it("configures a client with a working address and a key of its own, and takes both back", async () => {
    const { page } = person;
    onTestFailed(picture(page, "cli-install"));
    const install = start(["install", "cursor", "--yes"]);
    const [pairUrl] = await install.seen(/https?:\/\/\S+\/openclaw\/pair\/\S+/);
    await page.goto(pairUrl);
    await page.getByText("Cursor on").first().waitFor();
    await press(page.getByRole("button", { name: "Approve" }));
    expect((await install.ended).code).toBe(0);
    const { url, headers } = JSON.parse(await readFile(join(home, ".cursor/mcp.json"), "utf8")).mcpServers.clawlink;
    await remember(product, "an agent key", headers["x-clawlink-api-key"]);
    const list = () =>
      fetch(url, {
        method: "POST",
        headers: { ...headers, "content-type": "application/json", accept: "application/json, text/event-stream" },
        body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list", params: {} }),
      });
    expect(await (await list()).text()).toContain("clawlink_search");
    expect((await clawlink("uninstall", "cursor", "--yes")).code).toBe(0);
    await expect(readFile(join(home, ".cursor/mcp.json"))).rejects.toThrow();
    expect((await list()).status).toBe(401);
  });

  it("signs out, after which the key is dead", async () => {
    const { apiKey } = JSON.parse(await readFile(join(home, ".config/clawlink/credential.json"), "utf8"));
    expect((await clawlink("logout")).out).toContain("not paired any more");
    const headers = { "x-clawlink-api-key": apiKey };
    expect((await fetch(`${product.webOrigin}/api/agent/whoami`, { headers })).status).toBe(401);
    expect((await clawlink("status")).code).toBe(3);
  });
});
