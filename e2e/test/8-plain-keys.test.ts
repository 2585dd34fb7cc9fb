import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFailed } from "vitest";
import { Agent } from "../src/agent.ts";
import { askAsPerson, listDevices, makeKey } from "../src/ask-as-person.ts";
import { openBrowser } from "../src/browser.ts";
import { connectApp } from "../src/connect-app.ts";
import { newPerson, type Person } from "../src/person.ts";
import { picture } from "../src/picture.ts";
import { remember } from "../src/seen.ts";
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
  await connectApp(person.page, product, "GitHub", "workspace-owner");
  await connectApp(person.page, product, "Gmail", "owner@example.com");
  page = await withoutScripts(browser, person.page);
});
afterAll(() => browser.close());

const click = (name: string | RegExp) => page.getByRole("button", { name, exact: true }).click();
const heading = (name: string) => page.getByRole("heading", { name, exact: true });
const dialog = () => page.getByRole("dialog");
const told = (text: string) => page.getByRole("status").getByText(text).waitFor();
const labels = (buttons: Element[]) => buttons.map((button) => button.getAttribute("aria-label"));
const devices = () => listDevices(product, person);

describe("without scripts, a key", () => {
  const writing = { arguments: { owner: "workspace-owner", repo: "website", title: "Plain" } };
  const reading = { arguments: { owner: "workspace-owner", repo: "website" } };
  let agent: Agent;

  it("is made with limits, is shown this once, and is held to them", async () => {
    onTestFailed(picture(page, "plain-key"));
    await page.goto(`${dashboard}/devices`);
    await click("Create key");
    await dialog().getByLabel("Name").fill("Plain key");
    await dialog().getByLabel("Read only").check();
    await dialog().getByRole("checkbox", { name: "GitHub", exact: true }).check();
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await dialog().getByRole("button", { name: "Create key" }).click();
    await heading("Your new key").waitFor();
    const rawKey = (await dialog().locator("pre").first().textContent()) ?? "";
    await remember(product, "an agent key", rawKey);
    expect((await answered).headers()["cache-control"]).toContain("no-store");
    expect(page.url()).not.toContain(rawKey);
    expect(JSON.stringify(await page.context().cookies())).not.toContain(rawKey);

    agent = new Agent(product, rawKey);
    expect((await agent.execute("github_list_issues", reading)).body).toMatchObject({ ok: true });
    const refused = [
      await agent.execute("github_create_issue", { ...writing, confirmed: true }),
      await agent.execute("gmail_search_emails", { query: "invoice" }),
    ];
    expect(refused.map(({ body }) => body.error.code)).toEqual(["policy_denied", "policy_denied"]);

    await dialog().getByRole("button", { name: "I have copied it" }).click();
    await page.getByRole("button", { name: "Edit Plain key" }).waitFor();
    expect(await page.content()).not.toContain(rawKey);
    expect((await devices()).filter(({ name }) => name === "Plain key")).toHaveLength(1);
  });

  it("is changed, and what was not changed stays", async () => {
    onTestFailed(picture(page, "plain-key-edit"));
    await page.goto(`${dashboard}/devices`);
    await click("Edit Plain key");
    await dialog().getByLabel("Read and write", { exact: true }).check();
    await dialog().getByLabel("Name").fill(" ");
    await dialog().getByRole("button", { name: "Save" }).click();
    await dialog().getByLabel("Name").and(page.locator(":invalid")).waitFor();
    await dialog().getByLabel("Name").fill("Plain key");
    await dialog().getByRole("button", { name: "Save" }).click();
    await told("“Plain key” is saved.");
    expect((await agent.execute("github_create_issue", writing)).body.error.code).toBe("confirmation_required");
    expect((await agent.execute("gmail_search_emails", { query: "invoice" })).body.error.code).toBe("policy_denied");
  });

  it("that was changed elsewhere is not changed unseen, and only what was changed here takes its place", async () => {
    onTestFailed(picture(page, "plain-key-conflict"));
    await page.goto(`${dashboard}/devices`);
    await click("Edit Plain key");
    const [{ id } = { id: "" }] = (await devices()).filter(({ name }) => name === "Plain key");
    const policy = { apps: ["github"], maxEffect: "write", confirmation: "human" };
    await askAsPerson(product, person, "PATCH", `/api/devices/${id}`, { name: "Named elsewhere", policy });
    await dialog().getByLabel("Name").fill("Named here");
    await dialog().getByRole("button", { name: "Save" }).click();
    await dialog().getByText("Meanwhile this key was changed elsewhere.").waitFor();
    expect(await dialog().getByLabel("Name").inputValue()).toBe("Named here");
    await dialog().getByRole("button", { name: "Save" }).click();
    await told("“Named here” is saved.");
    expect((await devices()).find((device) => device.id === id)).toMatchObject({
      name: "Named here",
      policy,
    });
  });

  it("is revoked once it was said that this cannot be undone", async () => {
    onTestFailed(picture(page, "plain-revoke"));
    await page.goto(`${dashboard}/devices`);
    await click("Revoke Named here");
    await dialog().getByText("This cannot be undone").waitFor();
    await dialog().getByRole("button", { name: "Keep it" }).click();
    await dialog().waitFor({ state: "hidden" });
    expect((await agent.get("/api/agent/whoami")).status).toBe(200);
    await click("Revoke Named here");
    await dialog().getByRole("button", { name: "Revoke" }).click();
    await told("The key is revoked.");
    expect(await page.getByRole("button", { name: "Revoke Named here" }).count()).toBe(0);
    expect((await agent.get("/api/agent/whoami")).status).toBe(401);
  });

  it("is found among many, and every one can be reached", async () => {
    onTestFailed(picture(page, "plain-many-keys"));
    const names = Array.from({ length: 27 }, (_, index) => `Number ${index} of many`);
    for (const name of names) await makeKey(product, person, name);
    await page.goto(`${dashboard}/devices`);
    await page.getByRole("searchbox", { name: "Search your devices and keys" }).fill("of many");
    await click("Search");
    await page.getByText("1–25 of 27").waitFor();
    const edits = page.getByRole("button", { name: /^Edit Number/ });
    const first = await edits.evaluateAll(labels);
    await page.getByRole("link", { name: "Next" }).first().click();
    await page.getByText("26–27 of 27").waitFor();
    const reached = [...first, ...(await edits.evaluateAll(labels))];
    expect(reached.toSorted()).toEqual(names.map((name) => `Edit ${name}`).toSorted());
    await edits.first().click();
    await dialog().getByLabel("Name").fill("Last of many");
    await dialog().getByRole("button", { name: "Save" }).click();
    await told("“Last of many” is saved.");
    await page.getByText("26–27 of 27").waitFor();
  });

  it("is not touched by a page of somebody who was signed out meanwhile", async () => {
    onTestFailed(picture(page, "plain-signed-out"));
    await makeKey(product, person, "Kept");
    await page.goto(`${dashboard}/devices`);
    await click("Revoke Kept");
    await page.context().clearCookies();
    await dialog().getByRole("button", { name: "Revoke" }).click();
    await page.waitForURL("**/sign-in?next=**");
    expect((await devices()).filter(({ name }) => name === "Kept")).toHaveLength(1);
  });
});
