import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFailed } from "vitest";
import { Agent } from "../src/agent.ts";
import { openBrowser } from "../src/browser.ts";
import { connectApp } from "../src/connect-app.ts";
import { pair } from "../src/pair.ts";
import { newPerson, type Person } from "../src/person.ts";
import { picture } from "../src/picture.ts";
import { press } from "../src/press.ts";

const product = inject("product");
const usage = `${product.webOrigin}/dashboard/usage`;

let browser: Browser;
let person: Person;
let agent: Agent;

beforeAll(async () => {
  browser = await openBrowser();
  person = await newPerson(browser, product);
  agent = new Agent(product, (await pair(person.page, product, "Desk of Usage")).key);
  for (const subject of ["It's one", "two"]) {
    const body = { arguments: { to: "ada@example.com", subject, body: "Hello" }, confirmed: true };
    expect((await agent.execute("gmail_send_email", body)).status).toBe(409);
  }
});
afterAll(() => browser.close());

describe("Usage", () => {
  it("draws the calls with the same figures as a table, without scripts too", async () => {
    const { page } = person;
    const cookies = await page.context().cookies();
    const context = await browser.newContext({ javaScriptEnabled: false });
    await context.addCookies(cookies);
    const still = await context.newPage();
    onTestFailed(picture(still, "usage-without-scripts"));
    const response = await still.goto(`${usage}?range=24h`);
    expect(response?.status()).toBe(200);
    await still.getByRole("heading", { name: "Calls by hour (UTC)" }).waitFor();
    await still
      .getByRole("row", { name: /^needs_connection/ })
      .first()
      .waitFor();
    expect(await still.content()).toContain("2 calls");
    expect(await still.getByLabel("Loading").isVisible()).toBe(false);
    await context.close();
  });

  it("keeps filters in the address, and a page of the matching calls behind them", async () => {
    const { page } = person;
    onTestFailed(picture(page, "usage-filters"));
    await page.goto(`${usage}?range=30d`);
    await page.getByLabel("Status").selectOption("blocked");
    await page.getByLabel("Search").fill("send");
    await press(page.getByRole("button", { name: "Filter" }));
    await page.waitForURL((url) => url.searchParams.get("status") === "blocked");
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      range: "30d",
      status: "blocked",
      search: "send",
    });
    await expect.poll(() => page.getByRole("link", { name: "send_email" }).count()).toBeGreaterThanOrEqual(2);
    await page.goto(`${usage}?status=succeeded`);
    await page.getByText("No call matches").waitFor();
  });

  it("explains a call that failed, and gives it as a command", async () => {
    const { page } = person;
    onTestFailed(picture(page, "usage-call"));
    await page.goto(usage);
    await press(page.locator("tr", { hasText: "Desk of Usage" }).getByRole("link", { name: "send_email" }).first());
    await page.getByText("What now:").waitFor();
    await page.getByRole("link", { name: "Connect the app" }).waitFor();
    const text = await page.locator("main").textContent();
    expect(text).toContain("/api/tools/gmail_send_email/execute");
    expect(text).toContain("None: nothing was sent");
  });

  it("shows a new call by itself while it is live", async () => {
    const { page } = person;
    onTestFailed(picture(page, "usage-live"));
    await page.goto(`${usage}?search=github`);
    await page.goto(usage);
    await press(page.getByRole("button", { name: "Live: off" }));
    await agent.execute("github_get_repository", { arguments: { owner: "a", repo: "b" } });
    await page.getByRole("link", { name: "get_repository" }).first().waitFor();
  });

  it("gives one's own calls as files, and another person neither these calls nor everybody's", async () => {
    const { page } = person;
    const csv = await page.request.get(`${usage}/export?format=csv&range=24h&action=send_email`);
    expect(csv.headers()["content-type"]).toContain("text/csv");
    expect(csv.headers()["content-disposition"]).toMatch(/^attachment; filename="clawlink-calls-[\d-]+\.csv"$/);
    expect((await csv.text()).trim().split("\r\n")).toHaveLength(3);
    const ndjson = (await (await page.request.get(`${usage}/export?format=ndjson`)).text()).trim().split("\n");
    const ids = ndjson.map((line): { id: string } => JSON.parse(line)).map(({ id }) => id);
    expect(ids).toHaveLength(3);
    expect((await page.request.get(`${usage}/export?format=xls`)).status()).toBe(400);
    expect((await fetch(`${usage}/export?format=csv`)).status).toBe(401);

    const other = (await newPerson(browser, product)).page;
    const theirs = await other.request.get(`${usage}/export?format=ndjson&everybody=1`);
    expect(await theirs.text()).toBe("");
    expect((await other.request.get(`${usage}/${ids[0]}`)).status()).toBe(404);
    await other.goto(`${usage}?everybody=1`);
    expect(await other.getByRole("link", { name: "Everybody's" }).count()).toBe(0);
  });

  it("shows each attempt of a call: how long it waited, how long it took, what the app answered", async () => {
    const { page } = person;
    onTestFailed(picture(page, "usage-attempts"));
    await connectApp(page, product, "Gmail", "owner@example.com");
    const { body } = await agent.execute("gmail_search_emails", { arguments: {} });
    await page.goto(`${usage}/${body.canonical.execution_id}`);
    const attempts = page.getByRole("region", { name: "The attempt" }).getByRole("listitem");
    expect(await attempts.allTextContents()).toEqual([
      expect.stringMatching(/^Answered 200waited [\d,]+ ms, took [\d,]+ ms$/),
    ]);
  });
});
