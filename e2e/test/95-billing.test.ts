import { rm } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../src/browser.ts";
import { connectApp } from "../src/connect-app.ts";
import { newPerson } from "../src/person.ts";
import { press } from "../src/press.ts";
import { startProduct } from "../src/start-product.ts";

let running: Awaited<ReturnType<typeof startProduct>>;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  running = await startProduct({ billing: true });
  browser = await openBrowser();
  ({ page } = await newPerson(browser, running.product));
});
afterAll(async () => {
  await browser?.close();
  await running?.stop();
  await rm(running.product.state, { recursive: true, force: true });
});

const billing = () => page.goto(`${running.product.webOrigin}/dashboard/billing`);
const row = (name: string, text: string) => page.getByRole("row", { name: `${name} ${text}` }).waitFor();

describe("somebody with a trial", () => {
  it("connects one app, and is led to the plans by the second", async () => {
    await connectApp(page, running.product, "Gmail", "owner@example.com");
    await page.goto(`${running.product.webOrigin}/dashboard/connections`);
    await press(page.getByRole("button", { name: "Connect GitHub" }));
    await page.getByText("Trial covers 1 app").waitFor();
    await page.getByRole("link", { name: "See the plans" }).waitFor();
  });

  it("pays, waits for the payment and sees the plan, never the trial in between", async () => {
    await billing();
    await row("Plan", "Trial");
    await press(page.getByRole("button", { name: "Choose Starter" }));
    await page.waitForURL("**/checkout/**");
    await page.getByRole("button", { name: "Pay" }).click();
    await page.waitForURL("**/dashboard/billing?checkout=*");
    await page.getByText("Waiting for your payment to arrive").waitFor();
    expect(await page.getByRole("row", { name: "Plan Trial" }).count()).toBe(0);
    await row("Plan", "Starter");
    expect(await page.getByRole("button", { name: "Choose Heavy" }).count()).toBe(0);
  });

  it("is told what a larger plan costs before taking it, has it at once, and a smaller one from the next period on", async () => {
    await press(page.getByRole("link", { name: "Change to Heavy" }));
    await page.getByText("Heavy counts as soon as it is paid").waitFor();
    await press(page.getByRole("button", { name: "Change to Heavy now" }));
    await row("Plan", "Heavy");
    await press(page.getByRole("link", { name: "Change to Starter" }));
    await page.getByText("Nothing is charged and nothing is given back").waitFor();
    await press(page.getByRole("button", { name: "Change to Starter now" }));
    await page.getByRole("row", { name: "Changes to Starter on" }).waitFor();
    await row("Plan", "Heavy");
  });

  it("cancels in the portal, and the page says until when it goes on", async () => {
    await press(page.getByRole("button", { name: "Invoices, payment and changes" }));
    await page.waitForURL("**/portal/**");
    await page.getByRole("button", { name: "cancel", exact: true }).click();
    await expect
      .poll(
        async () => {
          await billing();
          return page.getByRole("row", { name: "Cancelled, goes on until" }).count();
        },
        { timeout: 15_000 },
      )
      .toBe(1);
  });
});
