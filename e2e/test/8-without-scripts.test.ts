import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFailed } from "vitest";
import { openBrowser } from "../src/browser.ts";
import { picture } from "../src/picture.ts";
import { fresh, remember } from "../src/seen.ts";

const product = inject("product");
const [email, password] = [`person-${fresh()}@example.com`, `pw-${fresh()}`];

let browser: Browser;
let page: Page;

beforeAll(async () => {
  await remember(product, "a password", password);
  browser = await openBrowser();
  const context = await browser.newContext({ javaScriptEnabled: false });
  context.setDefaultTimeout(20_000);
  page = await context.newPage();
});
afterAll(() => browser.close());

async function send(mode: "sign-in" | "sign-up", typed: string, next = ""): Promise<void> {
  await page.goto(`${product.webOrigin}/${mode}${next}`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: false }).first().fill(typed);
  await page.getByRole("button", { name: mode === "sign-in" ? "Sign in" : "Create account", exact: true }).click();
}

describe("without scripts, or before they are there", () => {
  it("somebody makes an account, chooses an agent, signs out, and is led to where they were going when they sign in", async () => {
    onTestFailed(picture(page, "without-scripts"));
    await send("sign-up", password);
    await page.waitForURL("**/dashboard/install");
    await page.getByRole("link", { name: /^Cursor/ }).click();
    await page.waitForURL("**/dashboard/install?agent=cursor");
    await page.getByRole("link", { name: "Add to Cursor" }).waitFor();
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await page.waitForURL(`${product.webOrigin}/`);
    await page.goto(`${product.webOrigin}/dashboard/usage`);
    await page.waitForURL("**/sign-in?next=**");
    await send("sign-in", password, "?next=%2Fdashboard%2Fusage%3Frange%3D7d");
    await page.waitForURL("**/dashboard/usage?range=7d");
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await page.waitForURL(`${product.webOrigin}/`);
  });

  it("somebody who cannot come in is told why, and goes on from there", async () => {
    onTestFailed(picture(page, "without-scripts-refused"));
    await send("sign-in", `${password}x`, "?next=%2Fdashboard%2Fusage");
    await page.getByRole("alert").getByText("The e-mail address or the password is wrong.").waitFor();
    expect(new URL(page.url()).searchParams.get("next")).toBe("/dashboard/usage");
    expect(page.url()).not.toContain(encodeURIComponent(email));
    await send("sign-up", password);
    await page.getByRole("alert").getByText("There is an account with this e-mail address already.").waitFor();
  });

  it("a form is led nowhere else, and taken from no other site", async () => {
    const form = { email, password, next: "//elsewhere.example/x" };
    expect(await sendForm(form)).toEqual([303, `${product.webOrigin}/dashboard/connections`]);
    expect(await sendForm({}, { "content-type": "application/json" })).toEqual([
      303,
      `${product.webOrigin}/sign-in?error=form`,
    ]);
    expect((await sendForm(form, { origin: "https://elsewhere.example" }))[0]).toBe(403);
  });
});

/** Sends the form of the sign-in page; the status, and where it leads. */
async function sendForm(
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<[number, string | null]> {
  const { status, headers: answered } = await fetch(`${product.webOrigin}/sign-in/form`, {
    method: "POST",
    headers: { origin: product.webOrigin, ...headers },
    body: new URLSearchParams(form),
    redirect: "manual",
  });
  return [status, answered.get("location")];
}
