import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";

const folder = join(import.meta.dirname, "../test-results");

/** For `onTestFailed`: keeps what every page of the profile looked like, in `e2e/test-results`. */
export function picture(page: Page, name: string): () => Promise<void> {
  return async () => {
    await mkdir(folder, { recursive: true });
    for (const [index, shown] of page.context().pages().entries()) {
      await shown.screenshot({ path: join(folder, `${name}-${index}.png`) }).catch(() => undefined);
      console.error(`${name}: page ${index} is at ${shown.url()}`);
    }
  };
}
