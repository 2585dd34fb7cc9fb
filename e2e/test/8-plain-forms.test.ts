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
import { withoutScripts } from "../src/without-scripts.ts";

const product = inject("product");

let browser: Browser;
let person: Person;
let agent: Agent;
/** The same person, in a browser that runs no scripts. */
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  person = await newPerson(browser, product);
  const made = await person.page.request.post(`${product.webOrigin}/api/api-keys`, {
    headers: { origin: product.webOrigin },
    data: { name: "Plain agent", policy: { confirmation: "human" } },
  });
  const { rawKey } = KeyCreated.parse(await made.json());
  await remember(product, "an agent key", rawKey);
  agent = new Agent(product, rawKey);
  page = await withoutScripts(browser, person.page);
});
afterAll(() => browser.close());

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });

describe("where a form is enough, no script is needed", () => {
  it("a device is paired, and its key works", async () => {
    onTestFailed(picture(page, "plain-pairing"));
    const { key } = await pair(page, product, "Plain <i>device</i>");
    await remember(product, "an agent key", key);
    await page
      .getByRole("heading", { name: "This device is paired" })
      .or(page.getByRole("heading", { name: "Approved" }))
      .waitFor();
    expect((await new Agent(product, key).get("/api/agent/whoami")).status).toBe(200);
    await page.goBack();
    await page.getByRole("heading", { name: "This device is paired" }).waitFor();
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
    onTestFailed(picture(page, "plain-limits"));
    const { client } = await signInMcpClient(page, product, "Limited client", "/api/mcp", async () => {
      await page.getByText("Limit what it may do").click();
      await page.getByRole("radio", { name: "Read only" }).check();
      await page.getByRole("checkbox", { name: "GitHub" }).check();
    });
    expect((await client.listTools()).tools.length).toBeGreaterThan(0);
    await page.goto(`${product.webOrigin}/dashboard/devices`);
    const device = page.locator("li", { hasText: "Limited client" });
    expect(await device.textContent()).toContain("Read only · 1 app");
  });

  it("an app is connected with a key, after a wrong one was refused", async () => {
    onTestFailed(picture(page, "plain-key"));
    await page.goto((await agent.connect("resend")).body.connectUrl);
    await page.getByLabel("API key").fill("re_wrong");
    await press(button("Connect"));
    await page.getByRole("alert").waitFor();
    await page.getByLabel("API key").fill(product.keys.resend);
    await press(button("Connect"));
    await page.getByRole("heading", { name: "Resend is connected" }).waitFor();
  });

  it("an app is connected by OAuth: the page leads on to the provider, and back", async () => {
    onTestFailed(picture(page, "plain-oauth"));
    await page.goto((await agent.connect("gmail")).body.connectUrl);
    await press(button("Continue to Gmail"));
    await page.waitForURL((url) => url.origin === product.urls.google);
    await page.getByRole("button", { name: "owner@example.com" }).click();
    await page.getByRole("heading", { name: "Gmail is connected" }).waitFor();
  });

  it("connecting can be cancelled, and the link is over", async () => {
    onTestFailed(picture(page, "plain-cancel"));
    const { connectUrl } = (await agent.connect("stripe")).body;
    await page.goto(connectUrl);
    await press(button("Cancel"));
    await page.getByRole("heading", { name: "Cancelled" }).waitFor();
    await page.goto(connectUrl);
    await page.getByRole("heading", { name: "Cancelled" }).waitFor();
  });

  it("a call that waits is approved and runs, another is turned down and does not", async () => {
    onTestFailed(picture(page, "plain-approval"));
    for (const [name, status] of [
      ["Approve and run", "succeeded"],
      ["Reject", "blocked"],
    ] as const) {
      const mail = { to: "teammate@example.com", subject: `Plain ${fresh()}`, body: "We meet at three." };
      const { body } = await agent.execute("gmail_send_email", { arguments: mail, confirmed: true });
      await page.goto(body.canonical.approval_url);
      await press(button(name));
      await page.waitForURL(`**/dashboard/usage/${body.canonical.execution_id}`);
      expect((await agent.get(`/api/executions/${body.canonical.execution_id}`)).body.status).toBe(status);
      expect((await sentSubjects(product, "owner@example.com")).includes(mail.subject)).toBe(status === "succeeded");
    }
  });

  it("who is signed in as somebody else comes back to the same page after signing in", async () => {
    onTestFailed(picture(page, "plain-other-account"));
    const { connectUrl } = (await agent.connect("stripe")).body;
    await page.goto(connectUrl);
    await press(button("Use another account"));
    await page.waitForURL("**/sign-in?next=**");
    await page.getByText("Then you go on to connecting an app.").waitFor();
    await page.getByLabel("E-mail").fill(person.email);
    await page.getByLabel("Password", { exact: false }).first().fill(person.password);
    await press(button("Sign in"));
    await page.waitForURL(connectUrl);
    await button("Connect").waitFor();
  });

  it("a form that another site sends changes nothing", async () => {
    const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    const send = (origin: string) =>
      fetch(`${product.webOrigin}/dashboard/settings`, {
        method: "POST",
        headers: { cookie: cookies, origin },
        body: new FormData(),
      });
    expect((await send("null")).status).toBe(403);
    expect((await send("https://elsewhere.example")).status).toBe(403);
  });
});
