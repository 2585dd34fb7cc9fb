import { KeyCreated } from "@clawlink/contract";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFailed } from "vitest";
import { Agent } from "../src/agent.ts";
import { openBrowser } from "../src/browser.ts";
import { newPerson, type Person, signIn } from "../src/person.ts";
import { picture } from "../src/picture.ts";
import { fresh, remember } from "../src/seen.ts";
import { withoutScripts } from "../src/without-scripts.ts";

const product = inject("product");
const path = `${product.webOrigin}/dashboard/operator`;

let browser: Browser;
/** The operator, in a browser that runs scripts. */
let operator: Page;
/** The operator, in one that runs none. */
let page: Page;
let person: Person;
let personPath = "";

beforeAll(async () => {
  browser = await openBrowser();
  operator = await signIn(browser, product, inject("operator"));
  await operator.waitForURL("**/dashboard/**");
  page = await withoutScripts(browser, operator);
  person = await newPerson(browser, product);
  await page.goto(`${path}/users?search=${encodeURIComponent(person.email)}`);
  await page.getByRole("link", { name: person.email }).click();
  await page.waitForURL("**/operator/users/*");
  personPath = page.url();
});
afterAll(() => browser.close());

const button = (name: string, within = page) => within.getByRole("button", { name, exact: true });

describe("the operator, without a script", () => {
  it("keeps a person and their agents out, and lets them back in", async () => {
    onTestFailed(picture(page, "plain-access"));
    const headers = { origin: product.webOrigin };
    const made = await person.page.request.post(`${product.webOrigin}/api/api-keys`, {
      headers,
      data: { name: "An agent" },
    });
    const { rawKey } = KeyCreated.parse(await made.json());
    await remember(product, "an agent key", rawKey);
    const whoami = async () => (await new Agent(product, rawKey).get("/api/agent/whoami")).status;
    await page.goto(personPath);
    await button("Disable account").click();
    await button("Enable account").waitFor();
    expect(await whoami()).toBe(401);
    await button("Enable account").click();
    await button("Disable account").waitFor();
    expect(await whoami()).toBe(200);
    person = { ...person, page: await signIn(browser, product, person) };
    await person.page.waitForURL("**/dashboard/**");
  });

  it("shares the role and cannot give it up as the last one; who had it can no longer do what their page still shows", async () => {
    onTestFailed(picture(page, "plain-role"));
    await page.goto(personPath);
    await button("Make operator").click();
    await button("Remove operator").waitFor();
    const { email } = inject("operator");
    const [scripted, plain] = [person.page, await withoutScripts(browser, person.page)];
    for (const one of [scripted, plain]) {
      await one.goto(`${path}/settings`);
      await one.getByLabel("No one").check();
    }
    await button("Remove operator").click();
    await button("Make operator").waitFor();
    await button("Save", scripted).click();
    await scripted.getByRole("alert").filter({ hasText: "Only the operator may do this." }).waitFor();
    const answered = plain.waitForResponse((response) => response.request().method() === "POST");
    await button("Save", plain).click();
    expect((await answered).status()).toBe(404);
    await plain.getByRole("heading", { name: "Page not found" }).waitFor();
    await page.goto(`${path}/settings`);
    expect(await page.getByLabel("Anyone").isChecked()).toBe(true);
    await plain.context().close();

    await page.goto(`${path}/users?search=${encodeURIComponent(email)}`);
    await page.getByRole("link", { name: email }).click();
    await button("Give up the role").click();
    await page.getByRole("alert").filter({ hasText: "This is the only operator." }).waitFor();
  });

  it("invites somebody, sees the link once, and withdraws it", async () => {
    onTestFailed(picture(page, "plain-inviting"));
    const note = `Guest <b>${fresh()}</b>`;
    await page.goto(`${path}/settings`);
    await page.getByLabel("Invited people").check();
    await button("Save").click();
    try {
      await page.getByRole("status").getByText("Saved.").waitFor();
      await page.getByLabel("Who is it for?").fill(note);
      await button("Invite").click();
      const link = (await page.getByText("/invite#").textContent()) ?? "";
      await remember(product, "an invitation", new URL(link).hash.slice(1));
      await page.goto(`${path}/settings`);
      expect(await page.getByText("/invite#").count()).toBe(0);
      await button(`Withdraw ${note}`).click();
      await button(`Withdraw ${note}`).waitFor({ state: "detached" });
      const guest = await (await browser.newContext()).newPage();
      await guest.goto(link);
      await guest.getByText("This invitation was used").waitFor();
      await guest.context().close();
    } finally {
      await page.goto(`${path}/settings`);
      await page.getByLabel("Anyone").check();
      await button("Save").click();
      await page.getByRole("status").getByText("Saved.").waitFor();
    }
  });

  it("is asked for no OAuth client that the environment has, or that nobody uses", async () => {
    for (const client of ["github", "nobody"]) {
      await page.goto(`${path}/apps?edit=${client}`);
      await page.getByRole("region", { name: "github", exact: true }).waitFor();
      expect(await page.getByRole("dialog").count()).toBe(0);
    }
  });
});
