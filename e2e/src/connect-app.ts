import type { Page } from "playwright-core";
import { press } from "./press.ts";
import type { Product } from "./product.ts";

/** Connects one more account of an app from the dashboard, signing in as `account` on the provider's own page. */
export async function connectApp(page: Page, product: Product, app: string, account: string): Promise<void> {
  await page.goto(`${product.webOrigin}/dashboard/connections`);
  const opened = page.waitForEvent("popup");
  await press(page.getByRole("button", { name: new RegExp(`^(Connect ${app}|Add another ${app} account)$`) }));
  const popup = await opened;
  await press(popup.getByRole("button", { name: `Continue to ${app}` }));
  await popup.getByRole("button", { name: account }).click();
  await popup.getByRole("heading", { name: `${app} is connected` }).waitFor();
  await popup.waitForEvent("close");
}
