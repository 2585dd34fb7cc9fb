import type { Browser } from "playwright-core";
import type { Product } from "../product.ts";
import { type Look, looks } from "./looks.ts";
import { type Looker, type Shown, pages as table } from "./pages.ts";
import { makeScene, type Scene } from "./scene.ts";
import { type Visited, visit } from "./visit.ts";

/** What came of one page in one look, or of the attempt. */
export type Step = { readonly shown: Shown; readonly look: Look } & (Visited | { readonly failed: string });

/**
 * Visits every page of the table in every look, `CLAWLINK_PAGES` (a regular expression) of them when it is set; with `--full` also those of
 * an account with everything in great numbers.
 */
export async function walk(browser: Browser, product: Product, each: (step: Step) => Promise<void>): Promise<Scene> {
  const scene = await makeScene(browser, product, { full: process.argv.includes("--full") });
  const only = new RegExp(process.env.CLAWLINK_PAGES ?? "");
  const wanted = table.filter(({ name, by }) => only.test(name) && (by !== "full" || scene.full));
  const signedIn = (by: Looker) => {
    if (by === "visitor") return undefined;
    return by === "full" ? scene.full?.signedIn : scene.signedIn[by];
  };
  const contextFor = ({ by }: Shown, look: Look) =>
    browser.newContext({
      viewport: { width: look.width, height: 900 },
      colorScheme: look.colorScheme,
      reducedMotion: "reduce",
      storageState: signedIn(by),
    });
  const once = async (shown: Shown, look: Look, use: (step: Step) => Promise<void>) => {
    process.stderr.write(`${look.name} ${shown.name}\n`);
    const context = await contextFor(shown, look);
    context.setDefaultTimeout(20_000);
    try {
      await use({ shown, look, ...(await visit(context, product.webOrigin, shown, scene)) });
    } catch (error) {
      await use({ shown, look, failed: error instanceof Error ? error.message : String(error) });
    } finally {
      await context.close();
    }
  };
  // A worker reads a page's code when it is first asked for it; no later visit waits for that.
  for (const shown of wanted) await once(shown, looks[0], async () => {});
  for (const look of looks) for (const shown of wanted) await once(shown, look, each);
  return scene;
}
