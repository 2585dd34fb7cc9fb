import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFailed } from "vitest";
import { Agent } from "../src/agent.ts";
import { openBrowser } from "../src/browser.ts";
import { linkFor } from "../src/inbox.ts";
import { pair } from "../src/pair.ts";
import { newPerson, type Person, signIn } from "../src/person.ts";
import { picture } from "../src/picture.ts";
import { fresh, remember } from "../src/seen.ts";
import { withoutScripts } from "../src/without-scripts.ts";

const product = inject("product");
const settings = `${product.webOrigin}/dashboard/settings`;
const strange = "<i>Grace</i> \u05d2 \u{1f9ea}";

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

const press = (name: string, within: Page = page) => within.getByRole("button", { name, exact: true }).click();
const section = (title: string) => page.locator("section").filter({ has: page.getByRole("heading", { name: title }) });
/** What a field of the page says is wrong with it, as it is read out with it. */
async function wrong(label: string): Promise<string> {
  const field = page.getByLabel(label).and(page.locator("[aria-invalid=true]"));
  await field.waitFor();
  const ids = ((await field.getAttribute("aria-describedby")) ?? "").split(" ").filter(Boolean);
  const said = await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).textContent()));
  return said.join(" ");
}

describe("settings, without a script", () => {
  it("keep a name exactly as it is typed", async () => {
    onTestFailed(picture(page, "plain-name"));
    await page.goto(settings);
    await page.getByLabel("Name").fill(strange);
    await press("Save");
    await section("Profile").getByRole("status").getByText("Saved.").waitFor();
    await page.goto(settings);
    expect(await page.getByLabel("Name").inputValue()).toBe(strange);
  });

  it("change the password for who knows it, stay open here and sign every other browser out", async () => {
    onTestFailed(picture(page, "plain-password"));
    const elsewhere = await signIn(browser, product, person);
    await elsewhere.waitForURL("**/dashboard/**");
    const password = `pw-${fresh()}`;
    await remember(product, "a password", password);
    const change = async (current: string) => {
      await page.getByLabel("Current password").fill(current);
      await page.getByLabel("New password").fill(password);
      await press("Change password");
    };
    await page.goto(settings);
    await change("not the password");
    expect(await wrong("Current password")).toContain("This is not your password.");
    await elsewhere.goto(settings);
    expect(elsewhere.url()).toBe(settings);

    await change(person.password);
    await section("Password").getByRole("status").getByText("Your password is changed.").waitFor();
    await elsewhere.goto(settings);
    await elsewhere.waitForURL("**/sign-in?next=**");
    await elsewhere.context().close();
    person = { ...person, password };
    // The browser that was signed in at first shared a session with this one, and has the old one.
    await person.page.goto(settings);
    await person.page.waitForURL("**/sign-in?next=**");
    await page.goto(settings);
    expect(page.url()).toBe(settings);
  });

  it("have a link sent to another address for who knows the password", async () => {
    onTestFailed(picture(page, "plain-address"));
    const wanted = `plain-${fresh()}@example.com`;
    const ask = async (address: string, password: string) => {
      await page.goto(settings);
      await page.getByLabel("New address").fill(address);
      await section("E-mail address").getByLabel("Your password").fill(password);
      await press("Change address");
    };
    await ask(wanted, "not the password");
    expect(await wrong("Your password")).toContain("This is not your password.");
    expect(await page.getByLabel("New address").inputValue()).toBe(wanted);
    await ask(person.email, person.password);
    expect(await wrong("New address")).toContain("This is your address already.");
    await press("Send a confirmation link");
    await page.getByRole("status").getByText(`a link is on its way to ${person.email}`).waitFor();
    await ask(wanted, person.password);
    await page.getByRole("status").getByText(`a link is on its way to ${wanted}`).waitFor();
    await page.goto(await linkFor(product, wanted, "Confirm your e-mail address"));
    await page.getByText("Your address is confirmed.").waitFor();
    person = { ...person, email: wanted };
  });

  it("sign one browser out, and none of somebody else's", async () => {
    onTestFailed(picture(page, "plain-sessions"));
    const [own, other] = [await signIn(browser, product, person), await newPerson(browser, product)];
    await own.waitForURL("**/dashboard/**");
    const second = await signIn(browser, product, other);
    await second.waitForURL("**/dashboard/**");
    const id = await other.page
      .goto(settings)
      .then(() => other.page.getByRole("button", { name: /^Sign out / }).and(other.page.locator("[name=id]")))
      .then((button) => button.getAttribute("value"));
    await page.goto(settings);
    const button = page.getByRole("button", { name: /^Sign out / }).and(page.locator("[name=id]"));
    await button.evaluate((element, value) => element.setAttribute("value", value), id ?? "");
    await button.click();
    await button.waitFor();
    await second.goto(settings);
    expect(second.url()).toBe(settings);
    await page.goto(settings);
    await button.click();
    await button.waitFor({ state: "detached" });
    await own.goto(settings);
    await own.waitForURL("**/sign-in?next=**");
    for (const one of [own, second, other.page]) await one.context().close();
  });

  it("say what needs a script, and show none of it", async () => {
    await page.goto(settings);
    const said = (await page.locator("noscript").allInnerTexts()).join(" ");
    expect(said).toContain("Choosing a theme needs JavaScript.");
    expect(said).toContain("Adding a passkey needs JavaScript");
    for (const name of ["Add a passkey", "Go to…", "Switch between light and dark"])
      expect(await page.getByRole("button", { name }).count(), name).toBe(0);
    expect(await page.getByLabel("Theme").isVisible()).toBe(false);
  });

  it("lead who was signed out meanwhile to sign in, and back", async () => {
    onTestFailed(picture(page, "plain-signed-out"));
    await page.goto(settings);
    await page.context().clearCookies();
    await page.getByLabel("Name").fill("Nobody");
    await press("Save");
    await page.waitForURL("**/sign-in?next=%2Fdashboard%2Fsettings");
    await page.getByLabel("E-mail").fill(person.email);
    await page.getByLabel("Password").fill(person.password);
    await press("Sign in");
    await page.waitForURL(settings);
    expect(await page.getByLabel("Name").inputValue()).toBe(strange);
  });

  it("sign everybody out everywhere, here too", async () => {
    await page.goto(settings);
    await press("Sign out everywhere");
    await page.waitForURL(`${product.webOrigin}/sign-in`);
    await page.getByLabel("E-mail").fill(person.email);
    await page.getByLabel("Password").fill(person.password);
    await press("Sign in");
    await page.waitForURL("**/dashboard/**");
  });

  it("delete an account for nobody but its person, who is told what is left to do elsewhere", async () => {
    onTestFailed(picture(page, "plain-leaving"));
    const { key } = await pair(page, product, "Device of somebody plain");
    await remember(product, "an agent key", key);
    const whoami = async () => (await new Agent(product, key).get("/api/agent/whoami")).status;
    await page.goto(settings);
    await press("Delete my account");
    await page.waitForURL("**/dashboard/settings?delete=1");
    await press("Keep it");
    await page.getByRole("dialog").waitFor({ state: "hidden" });

    const leave = async (email: string, password: string) => {
      await page.goto(`${settings}?delete=1`);
      await page.getByLabel(/^Type .* to confirm/).fill(email);
      await page.getByRole("dialog").getByLabel("Your password").fill(password);
      await press("Delete everything");
    };
    await leave("somebody@example.com", person.password);
    expect(await wrong("Type your e-mail address to confirm")).toContain("This is not the e-mail address");
    await leave(person.email, "not the password");
    expect(await wrong("Your password")).toContain("This is not your password.");
    expect(await whoami()).toBe(200);
    await leave(person.email, person.password);
    await page.getByRole("heading", { name: "Your account is deleted" }).waitFor();
    expect(await whoami()).toBe(401);
    await page.goto(settings);
    await page.waitForURL("**/sign-in?next=**");
  });
});
