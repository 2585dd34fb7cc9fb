import { HermesPoll, HermesStarted, KeyCreated } from "@clawlink/contract";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFailed } from "vitest";
import { Agent, post, send } from "../src/agent.ts";
import { openBrowser } from "../src/browser.ts";
import { sentSubjects } from "../src/emulated.ts";
import { signInMcpClient } from "../src/mcp-sign-in.ts";
import { pair } from "../src/pair.ts";
import { newPerson, type Person } from "../src/person.ts";
import { picture } from "../src/picture.ts";
import { press } from "../src/press.ts";
import { fresh, remember } from "../src/seen.ts";

const product = inject("product");

let browser: Browser;
let person: Person;
/** The same person, in a browser that runs no scripts. */
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  person = await newPerson(browser, product);
  const storageState = await person.page.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState });
  context.setDefaultTimeout(20_000);
  page = await context.newPage();
});
afterAll(() => browser.close());

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });

describe("where a form is enough, no script is needed", () => {
  it("a device is paired, and its key works", async () => {
    onTestFailed(picture(page, "plain-pairing"));
    const { key } = await pair(page, product, "Plain <i>device</i>");
    await remember(product, "an agent key", key);
    await page.getByRole("heading", { name: "Approved" }).waitFor();
    expect((await new Agent(product, key).get("/api/agent/whoami")).status).toBe(200);
  });

  it("a Hermes agent is turned away", async () => {
    onTestFailed(picture(page, "plain-hermes"));
    const hello = { agent_family: "hermes", agent_version: "1.0.0", client_label: "Plain Hermes", hostname: "desk" };
    const started = HermesStarted.parse((await post(`${product.webOrigin}/api/hermes/bootstrap-sessions`, hello)).body);
    await page.goto(started.approval_url);
    await press(button("Reject"));
    await page.getByRole("heading", { name: "Rejected" }).waitFor();
    expect(HermesPoll.parse((await send(new Request(started.poll_url))).body).status).toBe("rejected");
  });

  it("an MCP client is let in with less than it could have", async () => {
    onTestFailed(picture(page, "plain-consent"));
    const { client } = await signInMcpClient(page, product, "Plain client");
    const who = await client.callTool({ name: "clawlink.whoami", arguments: {} });
    expect(who.structuredContent).toMatchObject({ device: { kind: "mcp_oauth" } });
  });
});
