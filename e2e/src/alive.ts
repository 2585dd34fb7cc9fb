import type { Locator } from "playwright-core";

/** Waits until a button of our own pages acts: what the server rendered can be seen a moment before. */
export async function alive(button: Locator): Promise<void> {
  await button.waitFor();
  const deadline = Date.now() + 15_000;
  while (!(await button.evaluate((element) => Object.keys(element).some((key) => key.startsWith("__reactProps$"))))) {
    if (Date.now() > deadline) throw new Error("A button of our pages never came alive.");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
