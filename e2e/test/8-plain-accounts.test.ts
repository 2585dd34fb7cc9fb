import { Connection } from "@clawlink/contract";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFailed } from "vitest";
import { z } from "zod";
import { Agent } from "../src/agent.ts";
import { makeKey } from "../src/ask-as-person.ts";
import { openBrowser } from "../src/browser.ts";
import { newPerson, type Person } from "../src/person.ts";
import { picture } from "../src/picture.ts";
import { fresh } from "../src/seen.ts";
import { withoutScripts } from "../src/without-scripts.ts";

const product = inject("product");
const dashboard = `${product.webOrigin}/dashboard`;

let browser: Browser;
let person: Person;
/** The same person, in a browser that runs no scripts. */
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  person = await newPerson(browser, product);
  page = await withoutScripts(browser, person.page);
});
afterAll(() => browser.close());

const click = (name: string | RegExp) => page.getByRole("button", { name, exact: true }).click();
const heading = (name: string) => page.getByRole("heading", { name, exact: true });
const dialog = () => page.getByRole("dialog");
const told = (text: string) => page.getByRole("status").getByText(text).waitFor();

const row = (account: string) => page.getByRole("listitem").filter({ hasText: account });

/** Opens a row's menu on the open page and chooses from it. */
async function choose(account: string, item: string): Promise<void> {
  await click(new RegExp(`^Actions for .*${account}$`));
  await click(item);
}

describe("without scripts, a new account", () => {
  it("puts its first steps away", async () => {
    onTestFailed(picture(page, "plain-first-steps"));
    await page.goto(`${dashboard}/install`);
    await page.getByRole("region", { name: "First steps" }).waitFor();
    await click("Not now");
    await heading("Install").waitFor();
    expect(await page.getByRole("region", { name: "First steps" }).count()).toBe(0);
    await page.goto(`${dashboard}/devices`);
    expect(await page.getByRole("region", { name: "First steps" }).count()).toBe(0);
  });

  it("finds how every agent is connected", async () => {
    onTestFailed(picture(page, "plain-install"));
    await page.goto(`${dashboard}/install`);
    await page.getByRole("navigation", { name: "Your agent" }).getByRole("link", { name: "Cursor" }).click();
    await heading("Cursor").waitFor();
  });
});

describe("without scripts, somebody connects apps", () => {
  it("with a key, and is told when it is a wrong one", async () => {
    onTestFailed(picture(page, "plain-key-of-app"));
    await page.goto(`${dashboard}/connections`);
    await click("Connect Resend");
    await page.getByLabel("API key").fill("re_made_up");
    await click("Connect");
    await page.getByRole("alert").waitFor();
    await page.getByLabel("API key").fill(product.keys.resend);
    await click("Connect");
    await heading("Resend is connected").waitFor();
    await page.getByRole("link", { name: "Go to the dashboard" }).click();
    await page.getByRole("button", { name: "Add another Resend account" }).waitFor();
  });

  it("by signing in at the app, twice, and again to reconnect", async () => {
    onTestFailed(picture(page, "plain-oauth"));
    for (const [start, account] of [
      ["Connect GitHub", "workspace-owner"],
      ["Add another GitHub account", "team-mate"],
      [null, "team-mate"],
    ] as const) {
      await page.goto(`${dashboard}/apps/github`);
      if (start) await click(start);
      else await choose("team-mate", "Reconnect");
      await click("Continue to GitHub");
      await page.getByRole("button", { name: account }).click();
      await heading("GitHub is connected").waitFor();
    }
    await page.goto(`${dashboard}/apps/github`);
    expect(await page.getByRole("button", { name: /^Actions for GitHub/ }).count()).toBe(2);
  });

  it("and not for another site, nor an app that there is not", async () => {
    onTestFailed(picture(page, "plain-no-app"));
    await page.goto(`${dashboard}/connections`);
    const fields = await page
      .getByRole("button", { name: "Connect Gmail" })
      .evaluate((button: HTMLButtonElement) =>
        button.form ? [...new FormData(button.form)].map(([name, value]) => [name, String(value)]) : [],
      );
    const send = (origin: string, wanted: string) =>
      page.request.post(`${dashboard}/connections`, {
        headers: { origin },
        multipart: { ...Object.fromEntries(fields), wanted },
        maxRedirects: 0,
      });
    expect((await send("https://elsewhere.example", "gmail")).status()).toBe(403);
    const unknown = await send(product.webOrigin, "no-such-app");
    expect([unknown.status(), await unknown.text()]).toEqual([200, expect.stringContaining('role="alert"')]);
    const started = await send(product.webOrigin, "gmail");
    expect([started.status(), started.headers().location]).toEqual([303, expect.stringContaining("/connect/gmail?")]);
  });
});

describe("without scripts, an account", () => {
  it("is renamed, and who was overtaken is told and may go on", async () => {
    onTestFailed(picture(page, "plain-rename"));
    const name = `<b>Work</b> ${fresh()}`;
    await page.goto(`${dashboard}/connections`);
    await choose("team-mate", "Rename");
    await dialog().getByLabel("Name").fill(name);
    await dialog().getByLabel("Name").press("Enter");
    await told(`It is called ${name} now.`);
    await row(name).waitFor();
    expect(await dialog().count()).toBe(0);

    await page.goto(`${dashboard}/connections`);
    await choose(name, "Rename");
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByRole("dialog").getByLabel("Name").fill("From the other tab");
    await other.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await other.getByRole("status").getByText("From the other tab").waitFor();
    await other.close();
    await dialog().getByLabel("Name").fill("From this tab");
    await dialog().getByRole("button", { name: "Save" }).click();
    await dialog().getByText("Meanwhile it was given").waitFor();
    await dialog().getByRole("button", { name: "Save" }).click();
    await told("It is called From this tab now.");
  });

  it("becomes the default, and agents use it", async () => {
    onTestFailed(picture(page, "plain-default"));
    await page.goto(`${dashboard}/connections`);
    await choose("From this tab", "Make default");
    await told("From this tab is now the default for GitHub.");
    const agent = new Agent(product, await makeKey(product, person, "Looks for the default"));
    const { body } = await agent.get("/api/integrations");
    const rows = z.array(Connection).parse(body.integrations);
    expect(rows.filter(({ integration, isDefault }) => integration === "github" && isDefault)).toMatchObject([
      { accountLabel: expect.stringContaining("team-mate") },
    ]);
  });

  it("is removed once that was asked, with what its app says of the token", async () => {
    onTestFailed(picture(page, "plain-remove"));
    await page.goto(`${dashboard}/connections`);
    await choose("From this tab", "Remove");
    await dialog().getByRole("button", { name: "Keep it" }).click();
    await dialog().waitFor({ state: "hidden" });
    await choose("From this tab", "Remove");
    const asked = page.url();
    await dialog().getByRole("button", { name: "Remove" }).click();
    await told("GitHub confirmed that the token no longer works.");
    await page.getByRole("status").getByRole("button", { name: "Dismiss" }).click();
    await page.waitForURL(({ pathname, search }) => pathname === "/dashboard/connections" && search === "");
    expect(await row("From this tab").count()).toBe(0);
    await page.goto(asked);
    await page.getByRole("button", { name: "Add another GitHub account" }).waitFor();
    expect(await dialog().count()).toBe(0);
  });
});
