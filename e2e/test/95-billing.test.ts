import { rm } from "node:fs/promises";
import { KeyCreated } from "@clawlink/contract";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../src/browser.ts";
import { connectApp } from "../src/connect-app.ts";
import { newPerson } from "../src/person.ts";
import { press } from "../src/press.ts";
import { remember } from "../src/seen.ts";
import { startProduct } from "../src/start-product.ts";
import { withoutScripts } from "../src/without-scripts.ts";

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
const plan = (words: string) => page.getByRole("region", { name: "Your plan" }).getByText(words).first().waitFor();
const heading = (name: RegExp) => page.getByRole("heading", { name });

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
    await heading(/^Trial/).waitFor();
    await press(page.getByRole("button", { name: "Choose Starter" }));
    await page.waitForURL("**/checkout/**");
    await page.getByRole("button", { name: "Pay" }).click();
    await page.waitForURL("**/dashboard/billing?checkout=*");
    await page.getByText("Your payment is on its way here").waitFor();
    expect(await heading(/^Trial/).count()).toBe(0);
    await plan("$9 a month · Renews on");
    expect(await page.getByRole("button", { name: "Choose Heavy" }).count()).toBe(0);
  });

  it("is told what a larger plan costs before taking it, has it at once, and a smaller one from the next period on", async () => {
    await press(page.getByRole("link", { name: "Change to Heavy" }));
    await page.getByText("as soon as it is paid").waitFor();
    await press(page.getByRole("button", { name: "Change to Heavy" }));
    await plan("$49 a month · Renews on");
    await press(page.getByRole("link", { name: "Change to Starter" }));
    await page.getByText("Nothing is charged, nothing is given back").waitFor();
    await press(page.getByRole("button", { name: "Change to Starter" }));
    await plan("$49 a month · Changes to Starter on");
  });

  it("alone, in their own browser and from our own pages, asks the billing routes anything", async () => {
    const { webOrigin } = running.product;
    const made = await page.request.post(`${webOrigin}/api/api-keys`, {
      headers: { origin: webOrigin },
      data: { name: "Curious agent" },
    });
    const { rawKey } = KeyCreated.parse(await made.json());
    await remember(running.product, "an agent key", rawKey);
    const status = async (path: string, init: RequestInit) =>
      (await fetch(`${webOrigin}/api/billing${path}`, init)).status;
    const key = { "x-clawlink-api-key": rawKey };
    const json = { "content-type": "application/json" };
    expect(await status("", { headers: key })).toBe(401);
    for (const path of ["/checkout", "/portal"])
      expect(await status(path, { method: "POST", headers: { ...key, ...json }, body: '{"plan":"heavy"}' })).toBe(401);
    for (const origin of ["https://evil.example", undefined]) {
      const answer = await page.request.post(`${webOrigin}/api/billing/portal`, {
        ...(origin && { headers: { origin } }),
      });
      expect(answer.status()).toBe(403);
    }
    const own = await page.request.post(`${webOrigin}/api/billing/checkout`, {
      headers: { origin: webOrigin },
      data: { plan: "heavy" },
    });
    expect([own.status(), (await own.json()).error]).toEqual([409, "You have a plan already."]);
  });

  it("is nobody that an event without Polar's signature can speak of, however large it is", async () => {
    const { webOrigin } = running.product;
    const post = (body: string, headers = {}) =>
      fetch(`${webOrigin}/api/billing/webhooks`, { method: "POST", body, headers }).then(({ status }) => status);
    expect(await post("{}")).toBe(403);
    expect(await post("x".repeat(300_000))).toBe(413);
    expect(await post("x".repeat(2_000_000))).toBe(413);
    const now = String(Math.floor(Date.now() / 1000));
    const signed = { "webhook-id": "a", "webhook-timestamp": now, "webhook-signature": `v1,${btoa("no")}` };
    expect(await post('{"type":"subscription.active"}', signed)).toBe(403);
  });

  it("is told when they ask for a way to pay too often", async () => {
    const { webOrigin } = running.product;
    const other = await newPerson(browser, running.product);
    const ask = () =>
      other.page.request.post(`${webOrigin}/api/billing/checkout`, {
        headers: { origin: webOrigin },
        data: { plan: "starter" },
      });
    for (let tries = 0; tries < 10; tries += 1) expect((await ask()).status()).toBe(200);
    const refused = await ask();
    expect([refused.status(), (await refused.json()).code]).toEqual([429, "too_many_requests"]);
    expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(0);
    await other.page.goto(`${webOrigin}/dashboard/billing`);
    await press(other.page.getByRole("button", { name: "Choose Starter" }));
    await other.page.getByRole("alert").filter({ hasText: "Too many attempts." }).waitFor();
  });

  it("cancels in the portal, and the page says until when it goes on", async () => {
    await press(page.getByRole("button", { name: "Invoices and payment" }));
    await page.waitForURL("**/portal/**");
    await page.getByRole("button", { name: "cancel", exact: true }).click();
    await expect
      .poll(
        async () => {
          await billing();
          return page.getByText("Goes on until").count();
        },
        { timeout: 15_000 },
      )
      .toBe(1);
  });
});

describe("somebody without scripts", () => {
  it("pays, waits, changes their plan and is led to their invoices", async () => {
    const { webOrigin } = running.product;
    const person = await newPerson(browser, running.product);
    const plain = await withoutScripts(browser, person.page);
    const button = (name: string) => plain.getByRole("button", { name, exact: true });
    const standing = (words: string) => plain.getByRole("region", { name: "Your plan" }).getByText(words).waitFor();
    await plain.goto(`${webOrigin}/dashboard/billing`);
    await button("Choose Starter").click();
    await plain.waitForURL("**/checkout/**");
    await button("Pay").click();
    await plain.waitForURL("**/dashboard/billing?checkout=*");
    await standing("$9 a month · Renews on");
    await plain.getByRole("link", { name: "Change to Heavy" }).click();
    await plain.waitForURL("**/dashboard/billing?to=heavy");
    await button("Change to Heavy").click();
    await plain.waitForURL("**/dashboard/billing?changed=heavy");
    await standing("$49 a month · Renews on");
    await button("Invoices and payment").click();
    await plain.waitForURL("**/portal/**");
    await plain.context().close();
  });

  it("is told when they ask for a way to pay too often, and stays where they are", async () => {
    const { webOrigin } = running.product;
    const person = await newPerson(browser, running.product);
    const plain = await withoutScripts(browser, person.page);
    const ask = { headers: { origin: webOrigin }, data: { plan: "starter" } };
    for (let tries = 0; tries < 10; tries += 1) await plain.request.post(`${webOrigin}/api/billing/checkout`, ask);
    await plain.goto(`${webOrigin}/dashboard/billing`);
    await plain.getByRole("button", { name: "Choose Starter" }).click();
    await plain.getByRole("alert").filter({ hasText: "Too many attempts." }).waitFor();
    expect(plain.url()).toBe(`${webOrigin}/dashboard/billing`);
    await plain.context().close();
  });
});
