import { KeyCreated } from "@clawlink/contract";
import type { Browser, Page } from "playwright-core";
import { z } from "zod";
import { Agent } from "../../agent.ts";
import { connectApp } from "../../connect-app.ts";
import { providerToken } from "../../emulated.ts";
import { signIn } from "../../person.ts";
import type { Product } from "../../product.ts";
import { remember } from "../../seen.ts";
import { fillStorage } from "./fill-storage.ts";
import { openD1 } from "./local-d1.ts";

/** Who has everything in great numbers. */
const person = { email: "full@example.com", password: "everything-in-great-numbers" };
/** So many calls wait for them: more than a page shows. */
const waiting = 120;
const issues = { count: 100, length: 52_000 };

const Counted = z.object({ calls: z.number(), waiting: z.number() });
const Newest = z.object({ id: z.number() });

/** Signs the great account up without a page, since a page would have its cell read what is not there yet. */
async function signUp({ webOrigin }: Product): Promise<void> {
  const answer = await fetch(`${webOrigin}/api/auth/sign-up/email`, {
    method: "POST",
    headers: { origin: webOrigin, "content-type": "application/json" },
    body: JSON.stringify({ ...person, name: "Somebody with everything" }),
  });
  if (!answer.ok) throw new Error(`The full account could not sign up: ${answer.status}`);
}

/** An agent of theirs whose writes wait for a person. */
async function carefulAgent(page: Page, product: Product): Promise<Agent> {
  const answer = await page.request.post(`${product.webOrigin}/api/api-keys`, {
    headers: { origin: product.webOrigin },
    data: { name: "Careful agent", policy: { confirmation: "human" } },
  });
  const { rawKey } = KeyCreated.parse(await answer.json());
  await remember(product, "an agent key", rawKey);
  return new Agent(product, rawKey);
}

async function askOften(agent: Agent): Promise<void> {
  for (let index = 0; index < waiting; index += 1) {
    const mail = { to: "teammate@example.com", subject: `Question ${index}`, body: "<b>May I?</b> ".repeat(40) };
    const { status } = await agent.execute("gmail_send_email", { arguments: mail, confirmed: true });
    if (status !== 202) throw new Error(`A call of the full account did not wait: ${status}`);
  }
}

/** A call that really answers with over 5 MB: a page of long issues. */
async function callGreatly(agent: Agent, product: Product, connectionId: number): Promise<string> {
  const authorization = `Bearer ${await providerToken(product, "github", "workspace-owner")}`;
  for (let index = 0; index < issues.count; index += 1) {
    const made = await fetch(`${product.urls.github}/repos/workspace-owner/website/issues`, {
      method: "POST",
      headers: { authorization, "content-type": "application/json" },
      body: JSON.stringify({ title: `Log ${index}`, body: "A line of a log.\n".repeat(issues.length / 17) }),
    });
    if (!made.ok) throw new Error(`The emulated GitHub takes no long issue: ${made.status}`);
  }
  const { body } = await agent.execute("github_list_issues", {
    arguments: { owner: "workspace-owner", repo: "website", limit: 100 },
    connectionId,
    maxBytes: 10_000_000,
  });
  const size = JSON.stringify(body.data ?? null).length;
  if (size < 5_000_000)
    throw new Error(`The great call answered with ${size} bytes: ${JSON.stringify(body).slice(0, 300)}`);
  return body.canonical.execution_id ?? body.meta.requestId;
}

/** What there is to look at in the great account. */
export interface FullScene {
  readonly signedIn: Awaited<ReturnType<ReturnType<Page["context"]>["storageState"]>>;
  readonly callPath: string;
  readonly approvalPath: string;
}

/** The great account, filled unless this storage has been filled before, signed in. */
export async function fullAccount(browser: Browser, product: Product): Promise<FullScene> {
  const database = openD1(product);
  const mine = "from users u join tool_executions e on e.user_id = u.id where u.email = ?";
  const count = () =>
    Counted.parse(
      database
        .prepare(`select count(*) as calls, count(*) filter (where status = 'pending_approval') as waiting ${mine}`)
        .get(person.email),
    );
  const one = (what: string) =>
    z.object({ id: z.string() }).parse(database.prepare(`select e.id ${mine} and ${what} limit 1`).get(person.email))
      .id;
  try {
    if (count().calls === 0) {
      await signUp(product);
      const { id } = z
        .object({ id: z.string() })
        .parse(database.prepare("select id from users where email = ?").get(person.email));
      await fillStorage(product, id, Date.now());
    }
    const page = await signIn(browser, product, person);
    await page.waitForURL("**/dashboard/**");
    if (count().waiting === 0) {
      const agent = await carefulAgent(page, product);
      await connectApp(page, product, "GitHub", "workspace-owner");
      const mineToo = "from users u join user_integrations c on c.user_id = u.id where u.email = ?";
      const { id } = Newest.parse(database.prepare(`select max(c.id) as id ${mineToo}`).get(person.email));
      await callGreatly(agent, product, id);
      await askOften(agent);
    }
    await page.goto(`${product.webOrigin}/dashboard/approvals`);
    await page
      .getByRole("link", { name: /^Review/ })
      .first()
      .waitFor();
    return {
      signedIn: await page.context().storageState(),
      callPath: `/dashboard/usage/${one("e.action = 'list_issues' and e.output like '%clawlink_record%'")}`,
      approvalPath: `/dashboard/approvals/${one("e.status = 'pending_approval'")}`,
    };
  } finally {
    database.close();
  }
}
