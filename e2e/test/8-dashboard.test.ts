import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFailed } from "vitest";
import { Agent } from "../src/agent.ts";
import { openBrowser } from "../src/browser.ts";
import { connectApp } from "../src/connect-app.ts";
import { sentSubjects } from "../src/emulated.ts";
import { pair } from "../src/pair.ts";
import { newPerson, type Person } from "../src/person.ts";
import { picture } from "../src/picture.ts";
import { press } from "../src/press.ts";
import { fresh } from "../src/seen.ts";

const product = inject("product");
const dashboard = `${product.webOrigin}/dashboard`;

let browser: Browser;
let person: Person;

beforeAll(async () => {
  browser = await openBrowser();
  person = await newPerson(browser, product);
});
afterAll(() => browser.close());

const step = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });

const search = (page: Page) => page.getByRole("combobox", { name: "A page, an app" });

async function openPalette(page: Page): Promise<void> {
  await press(page.getByRole("button", { name: "Go to…" }));
  await search(page).waitFor();
}

describe("a new account", () => {
  it("begins on Install, and its first steps tick themselves off while the page is open", async () => {
    const { page } = person;
    onTestFailed(picture(page, "first-steps"));
    expect(new URL(page.url()).pathname).toBe("/dashboard/install");
    await page.getByRole("region", { name: "First steps" }).waitFor();
    const other = await page.context().newPage();
    const agent = new Agent(product, (await pair(other, product, "Desk of first steps")).key);
    await step(page, "Pair an agent is done").waitFor();
    await connectApp(other, product, "Gmail", "owner@example.com");
    await step(page, "Connect an app is done").waitFor();
    await agent.execute("gmail_search_emails", { query: "invoice" });
    await page.getByRole("region", { name: "All set" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Install" }).waitFor();
    expect(await page.getByRole("region", { name: "First steps" }).count()).toBe(0);
    await other.close();
  });

  it("can put its first steps away, on a phone", async () => {
    const { page } = await newPerson(browser, product);
    onTestFailed(picture(page, "first-steps-away"));
    await page.setViewportSize({ width: 390, height: 844 });
    await press(page.getByRole("button", { name: "Not now" }));
    await press(page.getByRole("button", { name: "Menu" }));
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByRole("heading", { name: "Settings", exact: true }).waitFor();
    await page.reload();
    expect(await page.getByRole("region", { name: "First steps" }).count()).toBe(0);
  });
});

describe("Connections", () => {
  it("takes any text as a name, shows it as text, and says what happened", async () => {
    const { page } = person;
    onTestFailed(picture(page, "rename"));
    const name = "<b>שלום</b> \u{1F600}";
    await page.goto(`${dashboard}/connections`);
    await press(page.getByRole("button", { name: /^Actions for Gmail/ }));
    await page.getByRole("button", { name: "Rename" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill(name);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText(`It is called ${name} now.`).waitFor();
    await page.getByText("Acts as owner@example.com").waitFor();
    expect(await page.locator("main").getByText(name, { exact: true }).count()).toBe(1);
    await page.goto(`${dashboard}/connections?search=nobody`);
    await page.getByText("None match").waitFor();
  });
});

describe("the Playground", () => {
  it("shows exactly what a mail would be, asks before it goes out, and records both as the dashboard's", async () => {
    const { page } = person;
    onTestFailed(picture(page, "playground"));
    const subject = `Tried ${fresh()}`;
    await page.goto(`${dashboard}/apps/gmail`);
    await press(page.getByRole("link", { name: "Schema and try it: Send an e-mail" }));
    await press(page.getByRole("button", { name: "Preview" }));
    await page.getByText("Look at: ").waitFor();
    await press(page.getByRole("button", { name: "Write JSON" }));
    const mail = { to: "teammate@example.com", subject, body: "We meet at three." };
    await page.getByLabel("Arguments as JSON").fill(JSON.stringify(mail));
    await page.getByRole("button", { name: "Preview" }).click();
    const outcome = page.getByRole("region", { name: "Outcome" });
    await outcome.getByText("[credential]").waitFor();
    expect(await sentSubjects(product, "owner@example.com")).not.toContain(subject);
    await page.getByRole("button", { name: "Run" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Run it" }).click();
    await outcome.getByText("It worked").waitFor();
    expect(await sentSubjects(product, "owner@example.com")).toContain(subject);
    await press(outcome.getByRole("link", { name: "See this call in Usage" }));
    await page.getByRole("cell", { name: "Dashboard" }).waitFor();
  });

  it("fills in a form for an action's input, and says so when the server cannot be reached", async () => {
    const { page } = person;
    onTestFailed(picture(page, "playground-form"));
    await page.goto(`${dashboard}/playground`);
    await page.getByLabel("App").selectOption("gmail");
    await page.getByLabel("Action", { exact: true }).selectOption("search_emails");
    await page.getByLabel("query").fill("invoice");
    await press(page.getByRole("button", { name: "Run" }));
    await page.getByText("It worked").waitFor();
    await page.route("**/dashboard/playground*", (route) =>
      route.request().method() === "POST" ? route.abort() : route.continue(),
    );
    await page.getByRole("button", { name: "Run" }).click();
    await page.getByText("The server could not be reached.").waitFor();
    await page.unrouteAll();
  });
});

describe("a link of an agent's that names an app", () => {
  it("leads to that app, after signing in where that is needed", async () => {
    const page = await (await browser.newContext()).newPage();
    onTestFailed(picture(page, "add-app"));
    await page.goto(`${dashboard}?add=slack`);
    await page.getByLabel("E-mail").fill(person.email);
    await page.getByLabel("Password", { exact: false }).first().fill(person.password);
    await press(page.getByRole("button", { name: "Sign in", exact: true }));
    await page.waitForURL(`${dashboard}/apps/slack`);
    await page.getByRole("button", { name: "Connect" }).first().waitFor();
    await page.goto(`${dashboard}?add=no-such-app`);
    await page.waitForURL(`${dashboard}/connections`);
    await page.context().close();
  });
});

describe("the palette", () => {
  it.each([1440, 390])("goes to an action by keyboard alone, at %i px", async (width) => {
    const { page } = person;
    onTestFailed(picture(page, `palette-${width}`));
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`${dashboard}/settings`);
    await openPalette(page);
    await page.keyboard.press("Escape");
    await search(page).waitFor({ state: "hidden" });
    await page.keyboard.press("Control+k");
    await search(page).fill("create issue github");
    await page.getByRole("option", { name: /Create an issue/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.searchParams.get("action") === "create_issue");
  });
});
