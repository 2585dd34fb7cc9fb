import type { Browser, Page } from "playwright-core";
import { press } from "./press.ts";
import type { Product } from "./product.ts";
import { fresh, remember } from "./seen.ts";

/** Somebody with an account, signed in, in a browser profile of their own. */
export interface Person {
  readonly email: string;
  readonly password: string;
  readonly page: Page;
}

/** Signs somebody in through the page, in a profile of its own; where they end up is the caller's to look at. */
export async function signIn(
  browser: Browser,
  product: Product,
  { email, password }: Omit<Person, "page">,
): Promise<Page> {
  const context = await browser.newContext();
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.goto(`${product.webOrigin}/sign-in`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: false }).first().fill(password);
  await press(page.getByRole("button", { name: "Sign in", exact: true }));
  return page;
}

/** Signs a new person up through the page, or through the link of an invitation. */
export async function newPerson(
  browser: Browser,
  product: Product,
  door = `${product.webOrigin}/sign-up`,
): Promise<Person> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const [email, password] = [`person-${fresh()}@example.com`, `pw-${fresh()}`];
  await remember(product, "a password", password);
  await page.goto(door);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: false }).first().fill(password);
  await press(page.getByRole("button", { name: "Create account" }));
  await page.waitForURL("**/dashboard/**");
  return { email, password, page };
}
