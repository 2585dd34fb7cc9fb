import { Connection } from "@clawlink/contract";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFailed } from "vitest";
import { z } from "zod";
import { Agent } from "../src/agent.ts";
import { openBrowser } from "../src/browser.ts";
import { connectApp } from "../src/connect-app.ts";
import { issuesOf, sentSubjects } from "../src/emulated.ts";
import { pair } from "../src/pair.ts";
import { newPerson, type Person } from "../src/person.ts";
import { picture } from "../src/picture.ts";
import { fresh, remember } from "../src/seen.ts";
import { storedCredentials } from "../src/stored-credentials.ts";
import { removeAccount, revokeDevice } from "../src/take-away.ts";

const product = inject("product");
const repositories = { owner: "workspace-owner/website", mate: "team-mate/notes" };
const titles = { subject: `Plan ${fresh()}`, byDefault: `Default ${fresh()}`, byName: `Second ${fresh()}` };

let browser: Browser;
let person: Person;
let agent: Agent;
let github: Connection[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function connections(integration: string): Promise<Connection[]> {
  const { body } = await agent.get("/api/integrations");
  return z
    .array(Connection)
    .parse(body.integrations)
    .filter((row) => row.integration === integration);
}

/** What the provider answers to the token stored for a connection: 401 once it is withdrawn. */
async function statusAtGoogle(token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(`${product.urls.google}/oauth2/v2/userinfo`, { headers })).status;
}

describe("a person and their agent, from sign-up to revocation", () => {
  it("signs up, and pairs OpenClaw by comparing a code in the browser", async () => {
    person = await newPerson(browser, product);
    onTestFailed(picture(person.page, "pairing"));
    const { key } = await pair(person.page, product, "Laptop of the journey");
    agent = new Agent(product, key);
    const { status, body } = await agent.get("/api/agent/whoami");
    expect(status).toBe(200);
    expect(body).toMatchObject({ capabilities: { can_execute: true, can_begin_connection: true } });
  });

  it("connects Gmail and two GitHub accounts on the providers' own pages", async () => {
    onTestFailed(picture(person.page, "connecting"));
    await connectApp(person.page, product, "Gmail", "owner@example.com");
    await connectApp(person.page, product, "GitHub", "workspace-owner");
    await connectApp(person.page, product, "GitHub", "team-mate");
    expect(await connections("gmail")).toMatchObject([{ isDefault: true, authState: "healthy" }]);
    github = (await connections("github")).toSorted((left, right) => left.id - right.id);
    expect(github).toMatchObject([
      { isDefault: true, authState: "healthy" },
      { isDefault: false, authState: "healthy" },
    ]);
    for (const { text } of await storedCredentials(product)) await remember(product, "a stored credential", text);
  });

  it("sees in a preview exactly what a mail would be, and sends it once it is confirmed", async () => {
    const mail = { to: "teammate@example.com", subject: titles.subject, body: "We meet at three." };
    const preview = await agent.preview("gmail_send_email", { arguments: mail });
    expect(preview.status).toBe(200);
    expect(preview.body).toMatchObject({ ok: true, mode: "preview", request: { method: "POST" } });
    expect(await sentSubjects(product, "owner@example.com")).not.toContain(titles.subject);

    const unconfirmed = await agent.execute("gmail_send_email", { arguments: mail });
    expect(unconfirmed.status).toBe(412);
    expect(unconfirmed.body.error.code).toBe("confirmation_required");

    const sent = await agent.execute("gmail_send_email", { arguments: mail, confirmed: true });
    expect(sent.body).toMatchObject({ ok: true, mode: "direct", integration: "gmail" });
    const subjects = await sentSubjects(product, "owner@example.com");
    expect(subjects.filter((subject) => subject === titles.subject)).toHaveLength(1);
  });

  it("opens one issue with the default account and one with the account it names", async () => {
    const [first, second] = github;
    const open = (repository: string, title: string, connectionId?: number) => {
      const [owner, repo] = repository.split("/");
      return agent.execute("github_create_issue", { arguments: { owner, repo, title }, confirmed: true, connectionId });
    };
    const byDefault = await open(repositories.owner, titles.byDefault);
    expect(byDefault.body).toMatchObject({ ok: true, connectionId: first?.id });
    const byName = await open(repositories.mate, titles.byName, second?.id);
    expect(byName.body).toMatchObject({ ok: true, connectionId: second?.id });

    const website = await issuesOf(product, "workspace-owner", repositories.owner);
    expect(website).toContainEqual({ title: titles.byDefault, login: "workspace-owner" });
    const notes = await issuesOf(product, "team-mate", repositories.mate);
    expect(notes).toContainEqual({ title: titles.byName, login: "team-mate" });
  });

  it("finds every call on the Usage page, refusals included", async () => {
    const { page } = person;
    onTestFailed(picture(page, "usage"));
    await page.goto(`${product.webOrigin}/dashboard/usage`);
    const response = await page.request.get(`${product.webOrigin}/api/logs?limit=100`);
    const Logs = z.object({ logs: z.array(z.object({ action: z.string(), success: z.boolean() })), total: z.number() });
    const { logs } = Logs.parse(await response.json());
    const count = (action: string, success: boolean) =>
      logs.filter((row) => row.action.endsWith(action) && row.success === success).length;
    expect(count("send_email", false)).toBe(1);
    expect(count("create_issue", true)).toBe(2);
    await expect.poll(() => page.getByText(/create.issue/i).count()).toBeGreaterThanOrEqual(2);
  });
});

describe("what a person takes away again", () => {
  it("stops a revoked key within a second, while it is calling", async () => {
    const { page } = person;
    onTestFailed(picture(page, "revoking"));
    const second = await pair(page, product, "Device to be revoked");
    const doomed = new Agent(product, second.key);
    const calls: { at: number; status: number }[] = [];
    let calling = true;
    const loop = (async () => {
      while (calling) calls.push({ status: (await doomed.get("/api/agent/whoami")).status, at: Date.now() });
    })();
    await expect.poll(() => calls.filter(({ status }) => status === 200).length).toBeGreaterThan(5);

    await page.goto(`${product.webOrigin}/dashboard/devices`);
    const revokedAt = await revokeDevice(page, "Device to be revoked");
    await expect.poll(() => calls.at(-1)?.status, { timeout: 5000 }).toBe(401);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    calling = false;
    await loop;

    const lastAccepted = calls.findLast(({ status }) => status === 200)?.at ?? 0;
    expect(lastAccepted).toBeLessThan(revokedAt + 1000);
    expect((await agent.get("/api/agent/whoami")).status).toBe(200);
  });

  it("removes one account, and goes on with the other", async () => {
    const { page } = person;
    onTestFailed(picture(page, "removing"));
    const [first, second] = github;
    expect(await removeAccount(page, product, "workspace-owner")).toContain("no longer works");
    const args = { owner: "team-mate", repo: "notes" };
    const gone = await agent.execute("github_list_issues", { arguments: args, connectionId: first?.id });
    expect(gone.body.error.code).toBe("connection_not_found");
    const other = await agent.execute("github_list_issues", { arguments: args });
    expect(other.body).toMatchObject({ ok: true, connectionId: second?.id });
    expect(await connections("github")).toMatchObject([{ id: second?.id, isDefault: true }]);
  });

  it("withdraws a removed account's token at the provider", async () => {
    onTestFailed(picture(person.page, "withdrawing"));
    const [gmail] = await connections("gmail");
    const stored = await storedCredentials(product);
    const record = stored.find(({ key }) => key.split("/")[2] === String(gmail?.id));
    const { accessToken } = z.object({ accessToken: z.string() }).parse(JSON.parse(record?.text ?? "null"));
    expect(await statusAtGoogle(accessToken)).toBe(200);
    expect(await removeAccount(person.page, product, "owner@example.com")).toContain("no longer works");
    expect(await statusAtGoogle(accessToken)).toBe(401);
    const refused = await agent.execute("gmail_search_emails", { arguments: { query: "plan" } });
    expect(refused.body.error.code).toBe("needs_connection");
  });
});
