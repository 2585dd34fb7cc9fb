import { AccountExport } from "@clawlink/contract";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFailed } from "vitest";
import { Agent } from "../src/agent.ts";
import { openBrowser } from "../src/browser.ts";
import { pair } from "../src/pair.ts";
import { newPerson, type Person, signIn } from "../src/person.ts";
import { picture } from "../src/picture.ts";
import { press } from "../src/press.ts";
import { remember } from "../src/seen.ts";

const product = inject("product");
const operatorPages = ["users", "users/nobody", "apps", "health", "settings"];
const operatorPath = `${product.webOrigin}/dashboard/operator`;
const strange = "<b>Ada</b> \u05e2\u05d3\u05d4 \u{1f99e}";

let browser: Browser;
let operator: Page;
let person: Person;
let agent: Agent;
let key = "";

beforeAll(async () => {
  browser = await openBrowser();
  operator = await signIn(browser, product, inject("operator"));
  await operator.waitForURL("**/dashboard/**");
  person = await newPerson(browser, product);
  key = (await pair(person.page, product, "Device of somebody")).key;
  agent = new Agent(product, key);
});
afterAll(() => browser.close());

const whoami = async () => (await agent.get("/api/agent/whoami")).status;
const choose = async (label: string) => {
  await operator.goto(`${operatorPath}/settings`);
  await operator.getByLabel(label).check();
  await press(operator.getByRole("button", { name: "Save" }));
  await operator.getByText("Saved.").waitFor();
};

describe("settings", () => {
  it("keep a name exactly as it is typed", async () => {
    const { page } = person;
    onTestFailed(picture(page, "profile"));
    await page.goto(`${product.webOrigin}/dashboard/settings`);
    await page.getByLabel("Name").fill(strange);
    await press(page.getByRole("button", { name: "Save" }));
    await page.getByText("Saved.").waitFor();
    await page.reload();
    expect(await page.getByLabel("Name").inputValue()).toBe(strange);
  });

  it("show where somebody is signed in, and sign every other browser out", async () => {
    const { page } = person;
    onTestFailed(picture(page, "sessions"));
    const elsewhere = await signIn(browser, product, person);
    await elsewhere.waitForURL("**/dashboard/**");
    await page.goto(`${product.webOrigin}/dashboard/settings`);
    await press(page.getByRole("button", { name: "Sign out all others" }));
    await page.getByRole("button", { name: "Sign out all others" }).waitFor({ state: "detached" });
    await elsewhere.goto(`${product.webOrigin}/dashboard/settings`);
    await elsewhere.waitForURL("**/sign-in?next=%2Fdashboard%2Fsettings");
    await elsewhere.context().close();
  });
});

describe("a passkey", () => {
  it("signs its person in without a password, and no longer once it is forgotten", async () => {
    const { page } = person;
    onTestFailed(picture(page, "passkey"));
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("WebAuthn.enable");
    await devtools.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    const settings = `${product.webOrigin}/dashboard/settings`;
    await page.goto(settings);
    await page.getByLabel("Passkey label").fill("Laptop's own");
    await press(page.getByRole("button", { name: "Add a passkey" }));
    await page.getByText("Laptop's own").waitFor();
    const enter = async () => {
      await page.context().clearCookies();
      await page.goto(`${product.webOrigin}/sign-in?next=%2Fdashboard%2Fsettings`);
      await press(page.getByRole("button", { name: "Sign in with a passkey" }));
    };
    await enter();
    await page.waitForURL(settings);
    await press(page.getByRole("button", { name: "Forget" }));
    await page.getByText("Laptop's own").waitFor({ state: "detached" });
    await enter();
    await page.getByText("Passkey not found").waitFor();
    await devtools.detach();
    await page.context().close();
    person = { ...person, page: await signIn(browser, product, person) };
    await person.page.waitForURL("**/dashboard/**");
  });
});

describe("the operator", () => {
  it("has pages that do not exist for anybody else", async () => {
    for (const path of operatorPages)
      expect((await person.page.request.get(`${operatorPath}/${path}`)).status(), path).toBe(404);
  });

  it("finds a person, keeps them and their agents out at once, and lets them back in", async () => {
    onTestFailed(picture(operator, "disabling"));
    await operator.goto(`${operatorPath}/users?search=${encodeURIComponent(person.email)}`);
    expect(await operator.locator("td").first().textContent()).toContain(strange);
    await press(operator.getByRole("link", { name: person.email }));
    expect(await whoami()).toBe(200);
    await press(operator.getByRole("button", { name: "Disable account" }));
    await operator.getByRole("button", { name: "Enable account" }).waitFor();
    expect(await whoami()).toBe(401);
    await person.page.goto(`${product.webOrigin}/dashboard/devices`);
    await person.page.waitForURL("**/sign-in?next=**");
    const refused = await signIn(browser, product, person);
    await refused.getByText("This account is disabled.").waitFor();
    await press(operator.getByRole("button", { name: "Enable account" }));
    await operator.getByRole("button", { name: "Disable account" }).waitFor();
    expect(await whoami()).toBe(200);
    await press(refused.getByRole("button", { name: "Sign in", exact: true }));
    await refused.waitForURL("**/dashboard/**");
    person = { ...person, page: refused };
  });

  it("shares the role and takes it back, and cannot give it up as the last one", async () => {
    onTestFailed(picture(operator, "roles"));
    await press(operator.getByRole("button", { name: "Make operator" }));
    await operator.getByRole("button", { name: "Remove operator" }).waitFor();
    expect((await person.page.request.get(`${operatorPath}/users`)).status()).toBe(200);
    await press(operator.getByRole("button", { name: "Remove operator" }));
    await operator.getByRole("button", { name: "Make operator" }).waitFor();
    await operator.goto(`${operatorPath}/users?search=${encodeURIComponent(inject("operator").email)}`);
    await press(operator.getByRole("link", { name: inject("operator").email }));
    await press(operator.getByRole("button", { name: "Give up the role" }));
    await operator.getByText("This is the only operator.").waitFor();
  });

  it("sees both workers, their stores and the vault's key well", async () => {
    onTestFailed(picture(operator, "health"));
    await operator.goto(`${operatorPath}/health`);
    await operator.getByRole("heading", { name: "Vault keys" }).waitFor();
    expect(await operator.getByText("No answer").count()).toBe(0);
    expect(await operator.getByText("Current", { exact: true }).count()).toBe(1);
    expect(await operator.getByText("Never ran").count()).toBe(0);
    await operator.getByRole("row", { name: "Sent by Resend" }).waitFor();
  });

  it("closes sign-up but for who is invited, once each", async () => {
    onTestFailed(picture(operator, "inviting"));
    const guest = await (await browser.newContext()).newPage();
    try {
      await choose("Invited people");
      await guest.goto(`${product.webOrigin}/sign-up`);
      await guest.getByText("An account here needs an invitation.").waitFor();
      await operator.getByLabel("Who is it for?").fill("A guest");
      await press(operator.getByRole("button", { name: "Invite" }));
      const link = (await operator.getByText("/invite#").textContent()) ?? "";
      await remember(product, "an invitation", new URL(link).hash.slice(1));
      const invited = await newPerson(browser, product, link);
      await invited.page.context().close();
      await guest.goto(link);
      await guest.getByText("This invitation was used").waitFor();
    } finally {
      await choose("Anyone");
    }
    await guest.goto(`${product.webOrigin}/sign-up`);
    await guest.getByRole("button", { name: "Create account" }).waitFor();
    await guest.context().close();
  });
});

describe("leaving", () => {
  it("takes everything along without secrets, and leaves nothing that works", async () => {
    const { page, email, password } = person;
    onTestFailed(picture(page, "leaving"));
    const text = await (await page.request.get(`${product.webOrigin}/api/account/export`)).text();
    expect(AccountExport.parse(JSON.parse(text)).profile).toMatchObject({ email, name: strange });
    for (const secret of [key, password]) expect(text).not.toContain(secret);

    await page.goto(`${product.webOrigin}/dashboard/settings`);
    await press(page.getByRole("button", { name: "Delete my account" }));
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(/^Type .* to confirm$/).fill(email);
    await dialog.getByLabel("Your password").fill("not the password");
    await press(dialog.getByRole("button", { name: "Delete everything" }));
    await dialog.getByText("This is not your password.").waitFor();
    expect(await whoami()).toBe(200);
    await dialog.getByLabel("Your password").fill(password);
    await press(dialog.getByRole("button", { name: "Delete everything" }));
    await page.getByText("Your account is deleted").waitFor();
    expect(await whoami()).toBe(401);
    const gone = await signIn(browser, product, person);
    await gone.getByRole("alert").waitFor();
  });
});
