import { KeyCreated } from "@clawlink/contract";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from "vitest";
import { Agent } from "../src/agent.ts";
import { openBrowser } from "../src/browser.ts";
import { inMain } from "../src/in-main.ts";
import { newPerson } from "../src/person.ts";
import { picture } from "../src/picture.ts";
import { press } from "../src/press.ts";
import { startUnsteady, type Unsteady } from "../src/start-unsteady.ts";

let unsteady: Unsteady;
let browser: Browser;
let page: Page;
let dashboard = "";

beforeAll(async () => {
  unsteady = await startUnsteady();
  const { product } = unsteady;
  dashboard = `${product.webOrigin}/dashboard`;
  browser = await openBrowser();
  ({ page } = await newPerson(browser, product));
  for (const name of ["Kept device", "Lost device"]) {
    const made = await page.request.post(`${product.webOrigin}/api/api-keys`, {
      headers: { origin: product.webOrigin },
      data: { name },
    });
    await new Agent(product, KeyCreated.parse(await made.json()).rawKey).execute("gmail_search_emails", { query: "x" });
  }
  await page.goto(`${dashboard}/usage`);
  await page.getByRole("link", { name: "search_emails" }).first().waitFor();
});
afterAll(async () => {
  await browser?.close();
  await unsteady?.stop();
});
beforeEach(() => unsteady.feel("well"));

/** What a page that reads D1 alone shows, whatever becomes of `clawlink`. */
const readers = [
  ["usage", "search_emails"],
  ["devices", "Kept device"],
  ["connections", "Add an app"],
  ["apps/gmail", "Send an e-mail"],
  ["settings", "Settings"],
  ["playground", "Playground"],
  ["operator/users", "People"],
] as const;

const apology = "The part of ClawLink that does this does not answer.";

describe.each(["failing", "silent"] as const)("while the API worker is %s", (mood) => {
  it("pages made of D1 are there, in time, and say what may be missing", async () => {
    onTestFailed(picture(page, `${mood}-readers`));
    await unsteady.feel(mood);
    for (const [path, text] of mood === "failing" ? readers : readers.slice(0, 3)) {
      await page.goto(`${dashboard}/${path}`, { waitUntil: "commit" });
      await page.getByText(text).first().waitFor({ timeout: 8_000 });
      if (path === "usage") await page.getByText("The newest calls may be missing here").waitFor();
    }
    await page.goto(`${dashboard}/approvals`);
    await page.getByText("The newest calls may be missing here").waitFor();
    await unsteady.feel("well");
    await page.getByRole("link", { name: "Look again" }).click();
    await page.getByText("Nothing waits for you").waitFor();
  });

  it("a page that needs it says so and can be tried again, where it is", async () => {
    onTestFailed(picture(page, `${mood}-needing`));
    await unsteady.feel(mood);
    await page.goto(`${dashboard}/playground?app=gmail&action=send_email`, { waitUntil: "commit" });
    const again = page.getByRole("button", { name: "Try again" });
    await again.waitFor({ timeout: 12_000 });
    await unsteady.feel("well");
    await press(again);
    await page.getByRole("button", { name: "Preview" }).waitFor();
    expect(new URL(page.url()).searchParams.get("action")).toBe("send_email");
  });
});

describe("what somebody does", () => {
  it("ends in words when the worker is silent, not in waiting, and can be done again", async () => {
    onTestFailed(picture(page, "silent-revoking"));
    await page.goto(`${dashboard}/devices`);
    await press(page.getByRole("button", { name: "Revoke Lost device" }));
    await unsteady.feel("silent");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Revoke" }).click();
    await dialog.getByText(apology).waitFor({ timeout: 12_000 });
    await dialog.getByText("Whether it happened is not known").waitFor();
    await unsteady.feel("well");
    await dialog.getByRole("button", { name: "Revoke" }).click();
    await dialog.waitFor({ state: "hidden" });
    await inMain(page, "Lost device").waitFor({ state: "detached" });
  });

  it("is under way and cannot be done twice while the worker is slow", async () => {
    onTestFailed(picture(page, "slow-creating"));
    await page.goto(`${dashboard}/devices`);
    await press(page.getByRole("button", { name: "Create key" }));
    await unsteady.feel("slow");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name").fill("Slow device");
    const create = dialog.getByRole("button", { name: "Create" });
    await create.click();
    expect(await create.isDisabled()).toBe(true);
    await page.getByText("cllk_live_").first().waitFor();
    await page.goto(`${dashboard}/usage`, { waitUntil: "commit" });
    await page.getByText("Every call your agents made").waitFor({ timeout: 1_500 });
    await page.getByRole("link", { name: "search_emails" }).first().waitFor();
  });
});

describe("an app with 500 actions", () => {
  it("shows a page of them at a time, finds any, and is no wider than a phone", async () => {
    onTestFailed(picture(page, "great-app"));
    await page.setViewportSize({ width: 390, height: 844 });
    const actions = page.getByRole("link", { name: /^Schema and try it: / });
    await page.goto(`${dashboard}/apps/great`);
    await page.getByRole("heading", { name: "500 actions" }).waitFor();
    expect(await actions.count()).toBe(50);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    const search = page.getByRole("searchbox", { name: "Search its actions" });
    await search.fill("<b> 457");
    await search.press("Enter");
    await page.waitForURL((url) => url.searchParams.get("search") === "<b> 457");
    await page.getByText("1–1 of 1").waitFor();
    await press(page.getByRole("link", { name: "Show all" }));
    await page.getByText("1–50 of 500").waitFor();
    await press(page.getByRole("link", { name: "Next" }));
    await page.getByText("51–100 of 500").waitFor();
    await page.goto(`${dashboard}/playground?app=great`);
    expect(await page.getByLabel("Action", { exact: true }).locator("option").count()).toBe(501);
    await page.setViewportSize({ width: 1440, height: 900 });
    await press(page.getByRole("button", { name: "Go to…" }));
    await page.getByRole("combobox", { name: "A page, an app" }).fill("thing 499");
    await page.getByRole("option", { name: "Do thing 499 Great App" }).waitFor();
  });
});
