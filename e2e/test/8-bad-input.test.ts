import { KeyCreated } from "@clawlink/contract";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFailed } from "vitest";
import { Agent } from "../src/agent.ts";
import { openBrowser } from "../src/browser.ts";
import { connectApp } from "../src/connect-app.ts";
import { sentSubjects } from "../src/emulated.ts";
import { inMain } from "../src/in-main.ts";
import { newPerson, type Person } from "../src/person.ts";
import { picture } from "../src/picture.ts";
import { press } from "../src/press.ts";
import { fresh, remember } from "../src/seen.ts";
import { revokeDevice } from "../src/take-away.ts";

const product = inject("product");
const dashboard = `${product.webOrigin}/dashboard`;
/** Markup, right-to-left, a mark that turns the line around, four bytes a character. */
const odd = "<img src=x onerror=\"document.title='taken'\"> \u05e9\u05dc\u05d5\u05dd \u202e\u{1f99e}";

let browser: Browser;
let person: Person;
let page: Page;
let agent: Agent;

beforeAll(async () => {
  browser = await openBrowser();
  person = await newPerson(browser, product);
  page = person.page;
  await connectApp(page, product, "Gmail", "owner@example.com");
  agent = await makeKey("Device of bad input", "human");
  await agent.execute("gmail_search_emails", { query: "invoice" });
});
afterAll(() => browser.close());

async function makeKey(name: string, confirmation: "human" | "agent" = "agent"): Promise<Agent> {
  const made = await page.request.post(`${product.webOrigin}/api/api-keys`, {
    headers: { origin: product.webOrigin },
    data: { name, policy: { confirmation } },
  });
  const { rawKey } = KeyCreated.parse(await made.json());
  await remember(product, "an agent key", rawKey);
  return new Agent(product, rawKey);
}

async function signInAt(tab: Page): Promise<void> {
  await tab.getByLabel("E-mail").fill(person.email);
  await tab.getByLabel("Password", { exact: false }).first().fill(person.password);
  await press(tab.getByRole("button", { name: "Sign in", exact: true }));
}

async function openRename(tab: Page): Promise<void> {
  await tab.goto(`${dashboard}/connections`);
  await press(tab.getByRole("button", { name: /^Actions for Gmail/ }));
  await tab.getByRole("button", { name: "Rename" }).click();
}

const nameField = (tab: Page) => tab.getByRole("dialog").getByLabel("Name");
const save = (tab: Page) => tab.getByRole("dialog").getByRole("button", { name: "Save" }).click();
const closed = (tab: Page) => tab.getByRole("dialog").waitFor({ state: "hidden" });

async function rename(tab: Page, name: string): Promise<void> {
  await nameField(tab).fill(name);
  await save(tab);
}

async function openEdit(tab: Page, device: string): Promise<void> {
  await tab.goto(`${dashboard}/devices`);
  await press(tab.getByRole("button", { name: `Edit ${device}`, exact: true }));
  await nameField(tab).waitFor();
}

/** A mail that waits for the person: its subject, and the page that asks. */
async function waiting(): Promise<{ subject: string; id: string; url: string }> {
  const subject = `Waiting ${fresh()}`;
  const mail = { to: "teammate@example.com", subject, body: "We meet at three." };
  const { body } = await agent.execute("gmail_send_email", { arguments: mail, confirmed: true });
  return { subject, id: body.canonical.execution_id, url: body.canonical.approval_url };
}

const times = async (subject: string) =>
  (await sentSubjects(product, "owner@example.com")).filter((sent) => sent === subject).length;

describe("a name of any characters", () => {
  it("is text wherever it is shown, and turns nothing around it", async () => {
    onTestFailed(picture(page, "odd-names"));
    const oddAgent = await makeKey(odd, "human");
    await openRename(page);
    await rename(page, odd);
    await closed(page);
    const mail = { to: "teammate@example.com", subject: "Odd", body: "Hello." };
    const { body } = await oddAgent.execute("gmail_send_email", { arguments: mail, confirmed: true });
    const id = body.canonical.execution_id;
    const shown = ["connections", "devices", "approvals", `approvals/${id}`, "usage", "usage?range=24h"];
    for (const path of shown) {
      await page.goto(`${dashboard}/${path}`);
      await page.locator("bdi").filter({ hasText: odd }).first().waitFor();
      expect(await page.title(), path).not.toBe("taken");
      expect(await page.locator('main img[src="x"]').count(), path).toBe(0);
    }
    await page.goto(`${dashboard}/approvals/${id}`);
    const sentence = page.getByText("It has not run, and");
    const order = await sentence.evaluate((element) => {
      const at = (text: string) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const start = node.textContent?.indexOf(text) ?? -1;
          if (start < 0) continue;
          const range = document.createRange();
          range.setStart(node, start);
          range.setEnd(node, start + text.length);
          const { left, top } = range.getBoundingClientRect();
          return top * 10_000 + left;
        }
        throw new Error(`no ${text}`);
      };
      return [at("asked"), at("to do this"), at("It has")];
    });
    expect(order).toEqual(order.toSorted((left, right) => left - right));
    await page.goto(`${dashboard}/devices`);
    await revokeDevice(page, odd);
    await inMain(page, odd).waitFor({ state: "detached" });
  });
});

describe("a form made of a schema", () => {
  it("says at each field what is wrong with it, until that is changed", async () => {
    onTestFailed(picture(page, "field-problems"));
    await page.goto(`${dashboard}/playground?app=gmail&action=send_email`);
    await press(page.getByRole("button", { name: "Preview" }));
    const subject = page.getByLabel("subject required");
    await expect.poll(() => subject.getAttribute("aria-invalid")).toBe("true");
    const about = (await subject.getAttribute("aria-describedby"))?.split(" ").at(-1);
    expect(await page.locator(`[id="${about}"]`).textContent()).toBe("This is required.");
    await subject.fill("x".repeat(5_000));
    expect(await page.getByText("This is required.").count()).toBe(0);
    await page.getByRole("button", { name: "Preview" }).click();
    await page.getByText("This is not accepted.").first().waitFor();
    expect(await subject.inputValue()).toHaveLength(5_000);
  });
});

describe.each([
  ["Pacific/Kiritimati", "GMT+14", "2026-11-30T20:00:00.000Z"],
  ["America/St_Johns", "GMT-3:30", "2026-12-01T13:30:00.000Z"],
])("a clock in %s", (timezoneId, offset, sentAs) => {
  it("changes no day that is asked for, and a moment is meant as the clock shows it", async () => {
    const context = await browser.newContext({ storageState: await page.context().storageState(), timezoneId });
    const tab = await context.newPage();
    onTestFailed(picture(tab, `clock-${timezoneId.replace("/", "-")}`));
    const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
    await tab.goto(`${dashboard}/usage`);
    for (const [from, to, found] of [
      [day(0), day(0), true],
      [day(-1), day(1), true],
      [day(1), day(1), false],
    ] as const) {
      if (!(await tab.getByLabel("From (UTC)").isVisible())) await press(tab.getByText("More filters"));
      await tab.getByLabel("From (UTC)").fill(from);
      await tab.getByLabel("To (UTC)").fill(to);
      await press(tab.getByRole("button", { name: "Filter" }));
      await tab.waitForURL((url) => url.searchParams.get("from") === from && url.searchParams.get("to") === to);
      if (found) await tab.getByRole("link", { name: "search_emails" }).first().waitFor();
      else await tab.getByText("No call matches").waitFor();
      expect(await tab.getByLabel("From (UTC)").inputValue()).toBe(from);
    }
    await tab.goto(`${dashboard}/usage`);
    const when = tab.locator("tr", { hasText: "search_emails" }).locator("time").first();
    await expect.poll(() => when.getAttribute("title")).toContain(offset);
    expect(await when.getAttribute("title")).toContain(" UTC");
    expect(await when.textContent()).toMatch(/^(just now|\d+ minutes? ago)$/);
    await tab.goto(`${dashboard}/playground?app=google-calendar&action=list_events`);
    await press(tab.getByRole("button", { name: "Preview" }));
    await tab.getByLabel("timeMin").fill("2026-12-01T10:00");
    await tab.getByText(`Sent as ${sentAs}`).waitFor();
    expect(await tab.getByLabel("timeMin").inputValue()).toBe("2026-12-01T10:00");
    await context.close();
  });
});

describe("a tab that was signed out meanwhile", () => {
  it("says so, keeps what was typed, and goes on once somebody has signed in elsewhere", async () => {
    onTestFailed(picture(page, "signed-out-typing"));
    await openRename(page);
    await page.context().clearCookies();
    await rename(page, "Typed while signed out");
    const another = page.waitForEvent("popup");
    await page.getByRole("dialog").getByRole("link", { name: "sign in in another tab" }).click();
    const tab = await another;
    await signInAt(tab);
    await tab.waitForURL("**/dashboard/connections");
    await tab.close();
    await save(page);
    await closed(page);
    await inMain(page, "Typed while signed out").waitFor();
  });

  it("leads to sign-in, and from there back to where one was", async () => {
    onTestFailed(picture(page, "signed-out-going"));
    for (const path of ["playground?app=gmail&action=send_email", "usage?range=30d&status=blocked"]) {
      await page.goto(`${dashboard}/${path}`);
      await page.context().clearCookies();
      await page.reload();
      await signInAt(page);
      await page.waitForURL(`${dashboard}/${path}`);
    }
  });
});

describe("two tabs", () => {
  let other: Page;
  beforeAll(async () => {
    other = await page.context().newPage();
  });
  afterAll(() => other.close());

  it("that rename one account: the second is told of the first, and may go on", async () => {
    onTestFailed(picture(page, "two-renames"));
    await openRename(page);
    await openRename(other);
    await rename(page, "First name");
    await closed(page);
    await rename(other, "Second name");
    await other.getByText("Meanwhile it was given").waitFor();
    await save(other);
    await closed(other);
    await inMain(other, "Second name").waitFor();
  });

  it("that edit one device: neither undoes what the other changed", async () => {
    onTestFailed(picture(page, "two-edits"));
    await makeKey("Edited twice");
    await openEdit(page, "Edited twice");
    await openEdit(other, "Edited twice");
    await page.getByLabel("What it may do").selectOption("read");
    await save(page);
    await closed(page);
    await rename(other, "Edited once more");
    await closed(other);
    const row = other.getByRole("listitem").filter({ hasText: "Edited once more" });
    await row.getByText("Read").first().waitFor();
    await openEdit(page, "Edited once more");
    await openEdit(other, "Edited once more");
    await rename(page, "By the first tab");
    await closed(page);
    await rename(other, "By the second tab");
    await other.getByText("Meanwhile this key was changed elsewhere.").waitFor();
  });

  it("that save in the same moment: one is told, and what the other gave stays", async () => {
    onTestFailed(picture(page, "two-saves-at-once"));
    const tabs = [page, other];
    const saveAtOnce = async () => {
      await Promise.all(tabs.map((tab, index) => nameField(tab).fill(`Name of tab ${index}`)));
      await Promise.all(tabs.map(save));
      const told = () => Promise.all(tabs.map((tab) => tab.getByRole("dialog").getByText("Meanwhile").count()));
      const open = () => Promise.all(tabs.map((tab) => tab.getByRole("dialog").count()));
      const sum = (counts: readonly number[]) => counts.reduce((left, right) => left + right, 0);
      await expect.poll(async () => [sum(await told()), sum(await open())]).toEqual([1, 1]);
      return `Name of tab ${(await told()).indexOf(0)}`;
    };
    await Promise.all(tabs.map(openRename));
    const name = await saveAtOnce();
    await page.goto(`${dashboard}/connections`);
    await page.getByText(name, { exact: true }).waitFor();
    await makeKey("Saved at once");
    await Promise.all(tabs.map((tab) => openEdit(tab, "Saved at once")));
    const device = await saveAtOnce();
    await page.goto(`${dashboard}/devices`);
    await page.getByText(device, { exact: true }).waitFor();
  });

  it("that revoke one device: the second is told that it is gone, and sees it gone", async () => {
    onTestFailed(picture(page, "two-revocations"));
    await makeKey("Revoked twice");
    await page.goto(`${dashboard}/devices`);
    await other.goto(`${dashboard}/devices`);
    await press(other.getByRole("button", { name: "Revoke Revoked twice", exact: true }));
    await revokeDevice(page, "Revoked twice");
    const dialog = other.getByRole("dialog");
    await dialog.getByRole("button", { name: "Revoke", exact: true }).click();
    await dialog.getByRole("alert").waitFor();
    await dialog.getByRole("button", { name: "Keep it" }).click();
    await inMain(other, "Revoked twice").waitFor({ state: "detached" });
  });

  it("that approve one call at once: it runs once, and both show what came of it", async () => {
    onTestFailed(picture(page, "two-approvals"));
    const { subject, id, url } = await waiting();
    await Promise.all([page.goto(url), other.goto(url)]);
    await Promise.all([page, other].map((tab) => press(tab.getByRole("button", { name: "Approve and run" }))));
    await Promise.all([page, other].map((tab) => tab.waitForURL(`**/dashboard/usage/${id}`)));
    expect(await times(subject)).toBe(1);
  });
});

describe("the back button", () => {
  it("after an approval leads on, and runs nothing again", async () => {
    onTestFailed(picture(page, "back-approval"));
    const { subject, id, url } = await waiting();
    await page.goto(`${dashboard}/approvals`);
    await page.goto(url);
    await press(page.getByRole("button", { name: "Approve and run" }));
    await page.waitForURL(`**/dashboard/usage/${id}`);
    await page.getByText("Succeeded").first().waitFor();
    await page.goBack();
    await page.waitForURL(`${dashboard}/approvals`);
    await page.goForward();
    await page.waitForURL(`**/dashboard/usage/${id}`);
    expect(await times(subject)).toBe(1);
  });

  it("after pairing shows that it is approved, not the question", async () => {
    onTestFailed(picture(page, "back-pairing"));
    const started = await fetch(`${product.webOrigin}/api/openclaw/pair/start`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ deviceLabel: "Paired and left" }),
    });
    const { pairUrl, verifier } = await started.json();
    await remember(product, "a pairing verifier", verifier);
    await page.goto(pairUrl);
    await press(page.getByRole("button", { name: "Approve" }));
    await page.getByRole("heading", { name: "Approved" }).waitFor();
    await page.goto(`${dashboard}/devices`);
    await page.goBack();
    await page.getByRole("heading", { name: "Approved" }).waitFor();
    expect(await page.getByRole("button", { name: "Approve" }).count()).toBe(0);
  });

  it("after connecting, in a browser that blocks popups, shows that it is done at every step", async () => {
    const context = await browser.newContext({ storageState: await page.context().storageState() });
    context.setDefaultTimeout(20_000);
    const tab = await context.newPage();
    onTestFailed(picture(tab, "back-connecting"));
    await tab.addInitScript(() => {
      window.open = () => null;
    });
    await tab.goto(`${dashboard}/connections`);
    await press(tab.getByRole("button", { name: "Connect GitHub" }));
    await press(tab.getByRole("button", { name: "Continue to GitHub" }));
    await tab.getByRole("button", { name: "workspace-owner" }).click();
    const done = tab.getByRole("heading", { name: "GitHub is connected" });
    await done.waitFor();
    await tab.goBack();
    await tab.getByRole("button", { name: "workspace-owner" }).click();
    await done.waitFor();
    await tab.goBack();
    await tab.goBack();
    await done.waitFor();
    await press(tab.getByRole("link", { name: "Go to the dashboard" }));
    await tab.getByRole("button", { name: "Add another GitHub account" }).waitFor();
    await context.close();
  });

  it("after signing in does not lead back to the form", async () => {
    const context = await browser.newContext();
    context.setDefaultTimeout(20_000);
    const tab = await context.newPage();
    onTestFailed(picture(tab, "back-signing-in"));
    await tab.goto(product.webOrigin);
    await tab.goto(`${dashboard}/devices`);
    await signInAt(tab);
    await tab.waitForURL(`${dashboard}/devices`);
    await tab.goBack();
    await expect.poll(() => new URL(tab.url()).pathname).toMatch(/^\/(dashboard\/devices)?$/);
    await tab.getByLabel("Password").waitFor({ state: "detached" });
    await context.close();
  });

  it("in the Playground brings back the choice before, and makes no call", async () => {
    onTestFailed(picture(page, "back-playground"));
    await page.goto(`${dashboard}/playground?app=gmail&action=search_emails`);
    await page.getByLabel("query").fill("once");
    await press(page.getByRole("button", { name: "Run" }));
    await page.getByText("It worked").waitFor();
    await page.getByRole("link", { name: "See this call in Usage" }).click();
    await page.getByRole("cell", { name: "Dashboard" }).waitFor();
    await page.goBack();
    await page.getByRole("button", { name: "Run" }).waitFor();
    await page.getByLabel("Action", { exact: true }).selectOption("send_email");
    await page.waitForURL((url) => url.searchParams.get("action") === "send_email");
    await page.goBack();
    await page.waitForURL((url) => url.searchParams.get("action") === "search_emails");
    await expect.poll(() => page.getByLabel("Action", { exact: true }).inputValue()).toBe("search_emails");
    const logs = await page.request.get(`${product.webOrigin}/api/logs?device=dashboard&action=search_emails`);
    expect((await logs.json()).total).toBe(1);
  });
});
