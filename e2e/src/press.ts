import type { Locator } from "playwright-core";
import { alive } from "./alive.ts";

/** Clicks a button of our own pages once it is alive; in a browser without scripts it always is. */
export async function press(button: Locator): Promise<void> {
  if (!(await button.evaluate(() => window.matchMedia("(scripting: none)").matches))) await alive(button);
  await button.click();
}
