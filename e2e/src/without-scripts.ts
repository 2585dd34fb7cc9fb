import type { Browser, Page } from "playwright-core";

/** A page of a browser that runs no scripts, signed in as `page` is. */
export async function withoutScripts(browser: Browser, page: Page): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  context.setDefaultTimeout(20_000);
  return await context.newPage();
}
