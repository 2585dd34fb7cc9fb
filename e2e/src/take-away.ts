import type { Page } from "playwright-core";
import { press } from "./press.ts";
import type { Product } from "./product.ts";

/** Revokes a device on the open Devices page; the epoch in ms when the person confirmed it. */
export async function revokeDevice(page: Page, name: string): Promise<number> {
  const row = page.locator("li, tr").filter({ hasText: name });
  await press(row.getByRole("button", { name: /revoke/i }));
  const confirm = page.getByRole("dialog").getByRole("button", { name: /revoke/i });
  await confirm.waitFor();
  const clickedAt = Date.now();
  await confirm.click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  return clickedAt;
}

/** Removes the connection whose row names `account`, through its menu and the dialog that asks first. */
export async function removeAccount(page: Page, product: Product, account: string): Promise<void> {
  await page.goto(`${product.webOrigin}/dashboard/connections`);
  const row = page.getByRole("listitem").filter({ hasText: account });
  const direct = row.getByRole("button", { name: /^remove/i });
  if ((await direct.count()) === 0) await row.getByRole("button").last().click();
  await page
    .getByRole("button", { name: /^remove/i })
    .or(page.getByRole("menuitem", { name: /^remove/i }))
    .first()
    .click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await page.getByText(/is removed/).waitFor();
}
