import { AccountExport, KeyCreated } from "@clawlink/contract";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { Agent } from "../agent.ts";
import { connectApp } from "../connect-app.ts";
import { linkFor } from "../inbox.ts";
import { pair } from "../pair.ts";
import { newPerson } from "../person.ts";
import type { Product } from "../product.ts";
import { fresh } from "../seen.ts";
import { type Doors, makeDoors } from "./doors.ts";
import { type FullScene, fullAccount } from "./full/full-account.ts";

/** What there is to look at: the sign-in of each looker, and the addresses of pages that belong to something. */
export interface Scene extends Doors {
  readonly signedIn: { readonly [who in "newcomer" | "owner"]: BrowserContextOptions["storageState"] & object };
  readonly callPath: string;
  readonly failedPath: string;
  readonly approvalPath: string;
  /** Where the newcomer chooses a new password. */
  readonly resetPath: string;
  /** The newcomer, as the operator sees them. */
  readonly personPath: string;
  /** The account that has everything in great numbers, when it is asked for. */
  readonly full: FullScene | null;
}

const pathOf = (url: string) => new URL(url).pathname + new URL(url).search;

/** The account's id, as its export tells it. */
async function idOfPerson(page: Page, product: Product): Promise<string> {
  const answer = await page.request.get(`${product.webOrigin}/api/account/export`);
  return AccountExport.parse(await answer.json()).profile.id;
}

/** A key whose writes wait for a person. */
async function carefulAgent(page: Page, product: Product): Promise<Agent> {
  const answer = await page.request.post(`${product.webOrigin}/api/api-keys`, {
    headers: { origin: product.webOrigin },
    data: { name: `Careful agent ${fresh().slice(0, 4)}`, policy: { confirmation: "human" } },
  });
  return new Agent(product, KeyCreated.parse(await answer.json()).rawKey);
}

/**
 * Fills a product as a person and their agents do: apps, devices, calls that went well and badly, one that waits. With `full` there is also an
 * account with everything in great numbers.
 */
export async function makeScene(browser: Browser, product: Product, { full }: { full: boolean }): Promise<Scene> {
  const owner = await newPerson(browser, product);
  const newcomer = await newPerson(browser, product);
  const { page } = owner;
  const agent = new Agent(product, (await pair(page, product, "Laptop in the kitchen")).key);
  await connectApp(page, product, "Gmail", "owner@example.com");
  await connectApp(page, product, "GitHub", "workspace-owner");
  const mail = { to: "teammate@example.com", subject: "Plan", body: "We meet at three." };
  const found = await agent.execute("gmail_search_emails", { query: "invoice" });
  const refused = await agent.execute("gmail_send_email", mail);
  await agent.execute("github_list_issues", { owner: "workspace-owner", repo: "website" });
  const careful = await carefulAgent(page, product);
  const waiting = await careful.execute("gmail_send_email", { arguments: mail, confirmed: true });

  const doors = await makeDoors(page, product, agent);
  const origin = { origin: product.webOrigin };
  const { email } = newcomer;
  await newcomer.page.request.post(`${product.webOrigin}/api/auth/request-password-reset`, {
    headers: origin,
    data: { email },
  });
  const resetLink = await linkFor(product, email, "Choose a new password");
  const idOf = (answer: typeof found) => String(answer.body.canonical.execution_id ?? answer.body.meta.requestId);
  return {
    ...doors,
    signedIn: {
      owner: await page.context().storageState(),
      newcomer: await newcomer.page.context().storageState(),
    },
    resetPath: pathOf(resetLink) + new URL(resetLink).hash,
    callPath: `/dashboard/usage/${idOf(found)}`,
    failedPath: `/dashboard/usage/${idOf(refused)}`,
    personPath: `/dashboard/operator/users/${await idOfPerson(newcomer.page, product)}`,
    approvalPath: `/dashboard/approvals/${idOf(waiting)}`,
    full: full ? await fullAccount(browser, product) : null,
  };
}
