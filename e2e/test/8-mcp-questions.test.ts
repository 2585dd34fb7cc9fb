import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KeyCreated } from "@clawlink/contract";
import { Client, StreamableHTTPClientTransport, type Transport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openBrowser } from "../src/browser.ts";
import { connectApp } from "../src/connect-app.ts";
import { sentSubjects } from "../src/emulated.ts";
import { newPerson } from "../src/person.ts";
import { fresh, remember } from "../src/seen.ts";

const product = inject("product");
const cli = join(import.meta.dirname, "../../packages/cli");

let browser: Browser;
let home: string;
let key: string;

beforeAll(async () => {
  execFileSync("node", [join(cli, "scripts/build.ts")]);
  home = await mkdtemp(join(tmpdir(), "clawlink-e2e-home-"));
  browser = await openBrowser();
  const { page } = await newPerson(browser, product);
  await connectApp(page, product, "Gmail", "owner@example.com");
  const made = await page.request.post(`${product.webOrigin}/api/api-keys`, {
    headers: { origin: product.webOrigin },
    data: { name: "Asking client" },
  });
  key = KeyCreated.parse(await made.json()).rawKey;
  await remember(product, "an agent key", key);
});
afterAll(async () => {
  await browser.close();
  await rm(home, { recursive: true, force: true });
});

const ways: Readonly<Record<string, () => Transport>> = {
  HTTP: () =>
    new StreamableHTTPClientTransport(new URL("/api/mcp", product.webOrigin), {
      requestInit: { headers: { "x-clawlink-api-key": key } },
    }),
  "clawlink mcp": () =>
    new StdioClientTransport({
      command: "node",
      args: [join(cli, "dist/clawlink.js"), "mcp"],
      env: { HOME: home, PATH: process.env.PATH ?? "", CLAWLINK_API_KEY: key, CLAWLINK_BASE_URL: product.webOrigin },
    }),
};

describe.each(Object.entries(ways))("a client of 2025-11-25 over %s", (_way, open) => {
  it.each([
    ["sends the mail its person agrees to", "accept"],
    ["sends none that they decline", "decline"],
  ] as const)("%s", async (_does, action) => {
    const client = new Client({ name: "journey", version: "1.0.0" }, { capabilities: { elicitation: {} } });
    const questions: string[] = [];
    client.setRequestHandler("elicitation/create", ({ params }) => {
      questions.push(params.message);
      return { action };
    });
    await client.connect(open());
    const subject = `Asked ${fresh()}`;
    const input = { to: "teammate@example.com", subject, body: "We meet at three." };
    const result = await client.callTool({
      name: "clawlink.execute",
      arguments: { integration_id: "gmail", action_id: "send_email", input },
    });
    expect(questions).toEqual([expect.stringContaining(subject)]);
    expect(result.isError ?? false).toBe(action === "decline");
    expect((await sentSubjects(product, "owner@example.com")).includes(subject)).toBe(action === "accept");
    await client.close();
  });
});
