import type { Browser } from "playwright-core";
import { useProduct } from "../../use-product.ts";
import { isWanted, type Step, walkPages } from "../walk-pages.ts";
import { plansPages } from "./plans-pages.ts";
import { makePlansScene } from "./plans-scene.ts";

/** Visits every state of a plan in every look, at a product of its own that sells plans. */
export async function walkPlans(browser: Browser, each: (step: Step) => Promise<void>): Promise<void> {
  const pages = plansPages.filter(isWanted);
  if (pages.length === 0) return;
  const { product, stop } = await useProduct({ billing: true });
  try {
    const scene = await makePlansScene(product);
    const signedIn = (by: keyof typeof scene.signedIn) => scene.signedIn[by];
    await walkPages(browser, { origin: product.webOrigin, pages, scene, signedIn }, each);
  } finally {
    await stop();
  }
}
