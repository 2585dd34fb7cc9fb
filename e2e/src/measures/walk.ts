import type { Browser } from "playwright-core";
import type { Product } from "../product.ts";
import { useProduct } from "../use-product.ts";
import { type Looker, pages as table } from "./pages.ts";
import { makeScene, type Scene } from "./scene.ts";
import { isWanted, type Step, walkPages } from "./walk-pages.ts";

/**
 * Visits every page of the table in every look, `CLAWLINK_PAGES` (a regular expression) of them when it is set; with `--full` also those of
 * an account with everything in great numbers. `after` has the product while it still runs.
 */
export async function walk(
  browser: Browser,
  each: (step: Step) => Promise<void>,
  after: (product: Product, scene: Scene) => Promise<void> = async () => {},
): Promise<void> {
  const wanted = table.filter(isWanted);
  if (wanted.length === 0) return;
  const { product, stop } = await useProduct();
  try {
    const scene = await makeScene(browser, product, { full: process.argv.includes("--full") });
    const pages = wanted.filter(({ by }) => by !== "full" || scene.full);
    const signedIn = (by: Looker) => {
      if (by === "visitor") return undefined;
      return by === "full" ? scene.full?.signedIn : scene.signedIn[by];
    };
    await walkPages(browser, { origin: product.webOrigin, pages, scene, signedIn }, each);
    await after(product, scene);
  } finally {
    await stop();
  }
}
