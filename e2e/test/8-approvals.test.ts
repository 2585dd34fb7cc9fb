import { KeyCreated } from "@clawlink/contract";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFailed } from "vitest";
import { Agent } from "../src/agent.ts";
import { openBrowser } from "../src/browser.ts";
import { connectApp } from "../src/connect-app.ts";
import { sentSubjects } from "../src/emulated.ts";
import { newPerson, type Person } from "../src/person.ts";
import { picture } from "../src/picture.ts";
import { press } from "../src/press.ts";
import { fresh, remember } from "../src/seen.ts";

const product = inject("product");

let browser: Browser;
let person: Person;
let agent: Agent;
let keyId = "";

beforeAll(async () => {
  browser = await openBrowser();
  person = await newPerson(browser, product);
  await connectApp(person.page, product, "Gmail", "owner@example.com");
  const made = await person.page.request.post(`${product.webOrigin}/api/api-keys`, {
    headers: { origin: product.webOrigin },
    data: { name: "Careful <i>agent</i> \u202e\u{1f99e}", policy: { confirmation: "human" } },
  });
  const { rawKey, apiKey } = KeyCreated.parse(await made.json());
  await remember(product, "an agent key", rawKey);
  agent = new Agent(product, rawKey);
  keyId = apiKey.id;
  await person.page.setViewportSize({ width: 390, height: 800 });
});
afterAll(() => browser.close());

/** A mail that waits for the person: its subject, its call's id, and the page they are sent to. */
async function ask(): Promise<{ subject: string; id: string; url: string }> {
  const subject = `Waiting ${fresh()}`;
  const mail = { to: "teammate@example.com", subject, body: "We meet at three." };
  const { status, body } = await agent.execute("gmail_send_email", { arguments: mail, confirmed: true });
  expect(status).toBe(202);
  return { subject, id: body.canonical.execution_id, url: body.canonical.approval_url };
}

const statusOf = async (id: string) => (await agent.get(`/api/executions/${id}`)).body.status;
const sent = async (subject: string) => (await sentSubjects(product, "owner@example.com")).includes(subject);
const button = (name: string, page = person.page) => page.getByRole("button", { name, exact: true });

describe("a call that waits for a person, on a phone", () => {
  it("shows who asks and exactly what would be sent, fits the screen, and runs once it is approved", async () => {
    const { page } = person;
    onTestFailed(picture(page, "approving"));
    const { subject, id, url } = await ask();
    await page.goto(url);
    expect(await page.locator("main").textContent()).toContain("Careful <i>agent</i>");
    await page.getByText(subject).first().waitFor();
    await page.getByText("gmail.googleapis.com").first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    expect(await sent(subject)).toBe(false);
    await press(button("Approve and run"));
    await page.waitForURL(`**/dashboard/usage/${id}`);
    expect(await statusOf(id)).toBe("succeeded");
    expect(await sent(subject)).toBe(true);
    await page.goto(url);
    await page.waitForURL(`**/dashboard/usage/${id}`);
  });

  it("does not run when it is rejected", async () => {
    const { page } = person;
    onTestFailed(picture(page, "rejecting"));
    const { subject, id, url } = await ask();
    await page.goto(url);
    await press(button("Reject"));
    await page.waitForURL(`**/dashboard/usage/${id}`);
    expect(await statusOf(id)).not.toBe("succeeded");
    expect(await sent(subject)).toBe(false);
  });

  it("that cannot be shown as it would be sent can only be rejected", async () => {
    const { page } = person;
    onTestFailed(picture(page, "approving-unseen"));
    const attachment = { name: "a.txt", mimetype: "text/plain", s3key: "https://192.168.0.1/a.txt" };
    const mail = { to: "teammate@example.com", subject: `Unseen ${fresh()}`, body: "See the file.", attachment };
    const { body } = await agent.execute("gmail_send_email", { arguments: mail, confirmed: true });
    await page.goto(body.canonical.approval_url);
    await page.getByText("What would be sent cannot be shown").waitFor();
    expect(await button("Approve and run").count()).toBe(0);
    await press(button("Reject"));
    await page.waitForURL(`**/dashboard/usage/${body.canonical.execution_id}`);
  });

  it("is decided once: a second tab is shown what the first one decided", async () => {
    const { page } = person;
    const { subject, id, url } = await ask();
    const other = await page.context().newPage();
    onTestFailed(picture(page, "deciding-twice"));
    await Promise.all([page.goto(url), other.goto(url)]);
    await press(button("Reject", other));
    await other.waitForURL(`**/dashboard/usage/${id}`);
    await press(button("Approve and run"));
    await page.waitForURL(`**/dashboard/usage/${id}`);
    expect(await sent(subject)).toBe(false);
    await other.close();
  });

  it("says that it is signed out, and the way back, to a tab that was signed out meanwhile", async () => {
    const { page } = person;
    onTestFailed(picture(page, "approving-signed-out"));
    const { id, url } = await ask();
    await page.goto(url);
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await press(button("Approve and run"));
    const back = await page.getByRole("link", { name: "Sign in and come back here" }).getAttribute("href");
    expect(back).toBe(`/sign-in?next=${encodeURIComponent(`/dashboard/approvals/${id}`)}`);
    await page.context().addCookies(cookies);
    expect(await statusOf(id)).toBe("pending_approval");
  });

  it("that is not among the first is found on a later page, the oldest first", async () => {
    const { page } = person;
    onTestFailed(picture(page, "many-approvals"));
    const asked = [];
    for (let index = 0; index < 27; index += 1) asked.push(await ask());
    await page.goto(`${product.webOrigin}/dashboard/approvals`);
    await page.getByText(/^1–25 of \d+, the oldest first$/).waitFor();
    expect(await page.getByRole("link", { name: /^Review / }).count()).toBe(25);
    const last = page.locator(`a[href="/dashboard/approvals/${asked.at(-1)?.id}"]`);
    expect(await last.count()).toBe(0);
    await page.getByRole("link", { name: "Next" }).click();
    await last.waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    await page.goto(`${product.webOrigin}/dashboard/approvals?page=99`);
    await last.waitFor();
    await page.getByRole("link", { name: "Previous" }).click();
    await page.getByText(/^1–25 of \d+, the oldest first$/).waitFor();
  });

  it("is over when the key that asked is revoked: nothing runs", async () => {
    const { page } = person;
    onTestFailed(picture(page, "approving-revoked"));
    const { subject, id, url } = await ask();
    await page.goto(url);
    await page.request.delete(`${product.webOrigin}/api/api-keys/${keyId}`, { headers: { origin: product.webOrigin } });
    await press(button("Approve and run"));
    await page.waitForURL(`**/dashboard/usage/${id}`);
    expect(await sent(subject)).toBe(false);
  });
});
