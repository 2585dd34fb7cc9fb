import type { Browser, Page } from "playwright-core";
import { press } from "./press.ts";
import type { Product } from "./product.ts";
import { fresh, remember } from "./seen.ts";

/** Somebody with an account, signed in, in a browser profile of their own. */
export interface Person {
  readonly email: string;
  readonly page: Page;
}

/** Signs a new person up through the page. */
export async function newPerson(browser: Browser, product: Product): Promise<Person> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const [email, password] = [`person-${fresh()}@example.com`, `pw-${fresh()}`];
  await remember(product, "a password", password);
  await page.goto(`${product.webOrigin}/sign-up`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: false }).first().fill(password);
  await press(page.getByRole("button", { name: "Create account" }));
  await page.waitForURL("**/dashboard/**");
  return { email, page };
}
