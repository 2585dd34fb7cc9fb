import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFailed } from "vitest";
import { openBrowser } from "../src/browser.ts";
import { newPerson } from "../src/person.ts";
import { picture } from "../src/picture.ts";
import { press } from "../src/press.ts";
import { runProgram } from "../src/run-program.ts";

const product = inject("product");

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe("an address that skills and plugins of the field hand out", () => {
  it("leads somebody who looks for API keys to them, after signing in where that is needed", async () => {
    const { email, password, page } = await newPerson(browser, product);
    onTestFailed(picture(page, "field-addresses"));
    await page.context().clearCookies();
    await page.goto(`${product.webOrigin}/dashboard/settings?tab=api`);
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: false }).first().fill(password);
    await press(page.getByRole("button", { name: "Sign in", exact: true }));
    await page.getByRole("heading", { name: "Devices and keys" }).waitFor();

    await page.goto(`${product.webOrigin}/dashboard/settings`);
    await page.getByRole("main").getByRole("link", { name: "Devices and keys" }).click();
    await page.waitForURL("**/dashboard/devices");
    await page.goto(`${product.webOrigin}/verify`);
    await page.getByRole("heading", { name: "What you can rely on" }).waitFor();
    await page.context().close();
  });

  it("tells who pipes an installer for Hermes into Python where to go", async () => {
    const script = await (await fetch(`${product.webOrigin}/hermes/install.py`)).text();
    const { code, err } = await runProgram(["python3", "-"], {}, ".", script).ended;
    expect([code, err]).toEqual([1, expect.stringContaining(`${product.webOrigin}/dashboard/install`)]);
  });

  it("tells an agent that knows the origin alone where to go, and each of those addresses is there", async () => {
    const answer = await fetch(`${product.webOrigin}/llms.txt`);
    expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    const text = await answer.text();
    expect(text).toMatch(/^# ClawLink\n\n> /);
    const addresses = text.match(/https?:[^\s)`]+/g) ?? [];
    expect(addresses.length).toBeGreaterThan(8);
    for (const address of addresses) {
      expect(new URL(address).origin, address).toBe(product.webOrigin);
      const post = /\/(preview|execute)$/.test(address) || address.includes("/api/mcp");
      const { status } = await fetch(address, { method: post ? "POST" : "GET" });
      expect([200, 401], address).toContain(status);
    }
  });
});
