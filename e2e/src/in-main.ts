import type { Locator, Page } from "playwright-core";

/** A text of the page itself: toasts and dialogs, which stay a while, say the same names. */
export function inMain(page: Page, text: string): Locator {
  return page.locator("main").getByText(text, { exact: true });
}
