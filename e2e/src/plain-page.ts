import type { Browser, Page } from "playwright-core";
import type { Person } from "./person.ts";

/** A page of the same person in a browser that runs no scripts. */
export async function plainPage(browser: Browser, { page }: Person): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  context.setDefaultTimeout(20_000);
  return context.newPage();
}
