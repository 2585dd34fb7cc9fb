import type { Page } from "playwright-core";
import { z } from "zod";

const Vitals = z.object({ shift: z.number(), paintMs: z.number() });

/** How far things moved (CLS) and when the largest thing was painted (LCP), as web.dev/articles/vitals defines them. */
export type Vitals = z.infer<typeof Vitals>;

/** Runs in the page before anything of it does. */
function watch(): void {
  const vitals = { shift: 0, paintMs: 0 };
  Reflect.set(window, "__vitals", vitals);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (Reflect.get(entry, "hadRecentInput") === false) vitals.shift += Number(Reflect.get(entry, "value"));
    }
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    vitals.paintMs = list.getEntries().at(-1)?.startTime ?? vitals.paintMs;
  }).observe({ type: "largest-contentful-paint", buffered: true });
}

/** From now on every page that is opened keeps its vitals. */
export async function watchVitals(page: Page): Promise<void> {
  await page.addInitScript(watch);
}

/** The vitals of the page as it stands; all shifts count, which is stricter than the five-second windows of CLS. */
export async function readVitals(page: Page): Promise<Vitals> {
  return Vitals.parse(await page.evaluate(() => Reflect.get(window, "__vitals")));
}
