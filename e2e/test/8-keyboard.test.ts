import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFailed } from "vitest";
import { alive } from "../src/alive.ts";
import { openBrowser } from "../src/browser.ts";
import { connectApp } from "../src/connect-app.ts";
import { newPerson } from "../src/person.ts";
import { picture } from "../src/picture.ts";

const product = inject("product");
const dashboard = `${product.webOrigin}/dashboard`;
const patience = { timeout: 15_000 };

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = (await newPerson(browser, product)).page;
  await connectApp(page, product, "Gmail", "owner@example.com");
  for (const name of ["First key", "Second key"])
    await page.request.post(`${product.webOrigin}/api/api-keys`, {
      headers: { origin: product.webOrigin },
      data: { name },
    });
});
afterAll(() => browser.close());

/** What the focus is on: its name, or that of its element. */
const focused = () =>
  page.evaluate(() => {
    const on = document.activeElement;
    return on?.getAttribute("aria-label") ?? (on instanceof HTMLButtonElement ? on.textContent : on?.localName);
  });
const expectFocus = (on: string) => expect.poll(focused, patience).toBe(on);

/** Presses a button of a living page by its key alone. */
async function enter(name: string | RegExp, within: Pick<Page, "getByRole"> = page): Promise<void> {
  await within.getByRole("button", { name }).first().focus();
  await page.keyboard.press("Enter");
}

/** Opens a page and waits until its buttons act. */
async function open(path: string, button: string | RegExp): Promise<void> {
  await page.goto(`${dashboard}/${path}`);
  await alive(page.getByRole("button", { name: button }).first());
}

const dialog = () => page.getByRole("dialog");

describe("who uses the keyboard alone", () => {
  it("is where they were when a dialog closes, whichever way it is closed", async () => {
    onTestFailed(picture(page, "keyboard-dialog"));
    await open("devices", "Create key");
    for (const way of ["Cancel", "Close", "Escape"]) {
      await enter("Create key");
      await dialog().getByLabel("Name").waitFor();
      if (way === "Escape") await page.keyboard.press("Escape");
      else await enter(way, dialog());
      await dialog().waitFor({ state: "hidden" });
      await expectFocus("Create key");
    }
  });

  it("closes a list that has dropped down, and not the dialog around it", async () => {
    onTestFailed(picture(page, "keyboard-list"));
    await open("devices", "Create key");
    await enter("Create key");
    const apps = dialog().getByRole("combobox", { name: "Apps" });
    await apps.focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => apps.getAttribute("aria-expanded"), patience).toBe("true");
    await page.keyboard.press("Escape");
    await expect.poll(() => apps.getAttribute("aria-expanded"), patience).toBe("false");
    expect(await dialog().isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "hidden" });
  });

  it("is at a menu's button again when what an item opened is closed", async () => {
    onTestFailed(picture(page, "keyboard-menu"));
    const menu = "Actions for Gmail owner@example.com";
    await open("connections", menu);
    await enter(menu);
    await enter(/^Rename$/);
    await dialog().getByLabel("Name").waitFor();
    await enter("Cancel", dialog());
    await dialog().waitFor({ state: "hidden" });
    await expectFocus(menu);
  });

  it("is in the row beside one that is gone, and on the page when there is none", async () => {
    onTestFailed(picture(page, "keyboard-row"));
    await open("devices", "Revoke First key");
    for (const [gone, then] of [
      ["First key", "Edit Second key"],
      ["Second key", "main"],
    ] as const) {
      await enter(`Revoke ${gone}`);
      await enter("Revoke", dialog());
      await page.getByRole("button", { name: `Revoke ${gone}` }).waitFor({ state: "detached" });
      await expectFocus(then);
    }
  });

  it("is on the page when another one comes", async () => {
    onTestFailed(picture(page, "keyboard-page"));
    const menu = "Actions for Gmail owner@example.com";
    await open("connections", menu);
    await enter(menu);
    await page.getByRole("link", { name: "See its calls" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Usage", exact: true }).waitFor();
    await expectFocus("main");
  });

  it("keeps a button while what it began is under way", async () => {
    onTestFailed(picture(page, "keyboard-pending"));
    await open("settings", "Save");
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await page.route("**/dashboard/settings", async (route) => {
      if (route.request().method() === "POST") await held;
      await route.continue();
    });
    await enter("Save");
    await expect.poll(() => page.getByRole("button", { name: "Save" }).isDisabled(), patience).toBe(true);
    await expectFocus("Save");
    goOn();
    await page.getByRole("status").getByText("Saved.", { exact: true }).waitFor();
    await expectFocus("Save");
    await page.unrouteAll();
  });

  it("is taken to the first field that is wrong", async () => {
    onTestFailed(picture(page, "keyboard-wrong"));
    await open("playground?app=gmail&action=create_label", "Preview");
    await enter("Preview");
    await expect.poll(() => page.evaluate(() => document.activeElement?.ariaInvalid), patience).toBe("true");
    expect(await page.getByLabel("name required").evaluate((field) => field === document.activeElement)).toBe(true);
  });

  it("never has the focus behind the head of the page", async () => {
    onTestFailed(picture(page, "keyboard-head"));
    await page.setViewportSize({ width: 1440, height: 600 });
    await open("settings", "Delete my account");
    await page.getByRole("button", { name: "Delete my account" }).focus();
    const hidden: string[] = [];
    let stops = 0;
    for (; stops < 100; stops += 1) {
      await page.keyboard.press("Shift+Tab");
      const at = await page.evaluate(() => {
        const on = document.activeElement;
        const head = document.querySelector("header");
        if (!on?.closest("main") || !head) return null;
        return { name: on.outerHTML.slice(0, 80), behind: on.getBoundingClientRect().top < head.clientHeight };
      });
      if (!at) break;
      if (at.behind) hidden.push(at.name);
    }
    expect(stops).toBeGreaterThan(10);
    expect(hidden).toEqual([]);
  });
});
