import type { Locator } from "playwright-core";
import { alive } from "./alive.ts";

/** Clicks a button of our own pages once it is alive. */
export async function press(button: Locator): Promise<void> {
  await alive(button);
  await button.click();
}
