import type { Page } from "playwright-core";
import { press } from "./press.ts";
import type { Product } from "./product.ts";

/** Revokes a device on the open Devices page; the epoch in ms when the person confirmed it. */
export async function revokeDevice(page: Page, name: string): Promise<number> {
  await press(page.getByRole("button", { name: `Revoke ${name}`, exact: true }));
  const dialog = page.getByRole("dialog");
  const confirm = dialog.getByRole("button", { name: "Revoke" });
  await confirm.waitFor();
  const clickedAt = Date.now();
  await confirm.click();
  await dialog.waitFor({ state: "hidden" });
  return clickedAt;
}

/** Removes the connection whose row names `account`, through its menu and the dialog that asks first; what the page says then. */
export async function removeAccount(page: Page, product: Product, account: string): Promise<string> {
  await page.goto(`${product.webOrigin}/dashboard/connections`);
  await press(page.getByRole("button", { name: new RegExp(`^Actions for .*${account}`) }));
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  const notice = page.getByRole("status").filter({ hasText: "is removed" });
  await notice.waitFor();
  return (await notice.textContent()) ?? "";
}
