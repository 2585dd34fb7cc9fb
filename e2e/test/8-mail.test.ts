import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFailed } from "vitest";
import { openBrowser } from "../src/browser.ts";
import { linkFor } from "../src/inbox.ts";
import { newPerson, signIn } from "../src/person.ts";
import { picture } from "../src/picture.ts";
import { press } from "../src/press.ts";
import { fresh, remember } from "../src/seen.ts";

const product = inject("product");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe("who forgot their password", () => {
  it("chooses a new one with a link, without any script, and the browser that was signed in is out", async () => {
    const { email, page: signedIn } = await newPerson(browser, product);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    onTestFailed(picture(page, "new-password"));
    await page.goto(`${product.webOrigin}/sign-in`);
    await page.getByRole("link", { name: "Forgot your password?" }).click();
    await page.getByLabel("E-mail").fill(email);
    await page.getByRole("button", { name: "Send the link" }).click();
    await page.getByText("If there is an account with that address").waitFor();

    const link = await linkFor(product, email, "Choose a new password");
    const code = new URL(link).hash.slice(1);
    await remember(product, "a link to a new password", code);
    const password = `pw-${fresh()}`;
    await remember(product, "a password", password);
    await page.goto(link);
    await page.getByLabel("Code").fill(code);
    await page.getByLabel("New password").fill(password);
    await page.getByRole("button", { name: "Set the password" }).click();
    await page.getByText("Your password is changed, and you are signed out everywhere").waitFor();

    await signedIn.goto(link);
    await signedIn.getByText("This link has expired or was used").waitFor();
    await signedIn.goto(`${product.webOrigin}/dashboard/settings`);
    expect(new URL(signedIn.url()).pathname).toBe("/sign-in");
    const again = await signIn(browser, product, { email, password });
    await again.waitForURL("**/dashboard/**");
  });

  it("chooses one without typing anything else where there are scripts", async () => {
    const { email, page } = await newPerson(browser, product);
    onTestFailed(picture(page, "new-password-by-link"));
    const headers = { origin: product.webOrigin };
    await page.request.post(`${product.webOrigin}/api/auth/request-password-reset`, { headers, data: { email } });
    const link = await linkFor(product, email, "Choose a new password");
    await remember(product, "a link to a new password", new URL(link).hash.slice(1));
    await page.goto(link);
    expect(await page.getByLabel("Code").count()).toBe(0);
    await page.getByLabel("New password").fill(`pw-${fresh()}`);
    await press(page.getByRole("button", { name: "Set the password" }));
    await page.getByText("Your password is changed, and you are signed out everywhere").waitFor();
  });

  it("is told the same of an address nobody has", async () => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(`${product.webOrigin}/reset-password`);
    await page.getByLabel("E-mail").fill(`nobody-${fresh()}@example.com`);
    await page.getByRole("button", { name: "Send the link" }).click();
    await page.getByText("If there is an account with that address").waitFor();
  });
});

describe("who wants another address", () => {
  it("gives their password, opens the link that was sent there, and signs in with it from then on", async () => {
    const { email, password, page } = await newPerson(browser, product);
    onTestFailed(picture(page, "new-address"));
    const wanted = `other-${fresh()}@example.com`;
    const ask = async (given: string) => {
      await page.getByLabel("New address").fill(wanted);
      await page.getByLabel("Your password").fill(given);
      await press(page.getByRole("button", { name: "Change address" }));
    };
    await page.goto(`${product.webOrigin}/dashboard/settings`);
    await page.getByText(email).last().waitFor();
    await page.getByText("Not confirmed").waitFor();
    await ask("not the password");
    await page.getByText("This is not your password").waitFor();
    await ask(password);
    await page.getByText(`a link is on its way to ${wanted}`).waitFor();
    await page.goto(await linkFor(product, wanted, "Confirm your e-mail address"));
    await page.getByText("Your address is confirmed").waitFor();
    const again = await signIn(browser, product, { email: wanted, password });
    await again.waitForURL("**/dashboard/**");
  });
});
