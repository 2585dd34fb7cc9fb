import type { Browser, BrowserContextOptions } from "playwright-core";
import { type Look, looks } from "./looks.ts";
import type { Shown } from "./shown.ts";
import { type Visited, visit } from "./visit.ts";

/** What came of one page in one look, or of the attempt. */
export type Step = { readonly shown: { readonly name: string; readonly act?: unknown }; readonly look: Look } & (
  | Visited
  | { readonly failed: string }
);

/** Pages, and what is needed to look at them. */
export interface Walk<Looker extends string, Scene> {
  readonly origin: string;
  readonly pages: readonly Shown<Looker, Scene>[];
  readonly scene: Scene;
  readonly signedIn: (by: Looker) => BrowserContextOptions["storageState"];
}

/** Whether a page is wanted: `CLAWLINK_PAGES` (a regular expression) names some of them. */
export function isWanted({ name }: { readonly name: string }): boolean {
  return new RegExp(process.env.CLAWLINK_PAGES ?? "").test(name);
}

function pathOf<Scene>({ path }: Shown<string, Scene>, scene: Scene): string {
  return typeof path === "string" ? path : path(scene);
}

/** Visits pages in every look. */
export async function walkPages<Looker extends string, Scene>(
  browser: Browser,
  { origin, pages, scene, signedIn }: Walk<Looker, Scene>,
  each: (step: Step) => Promise<void>,
): Promise<void> {
  const once = async (shown: Shown<Looker, Scene>, look: Look, use: (step: Step) => Promise<void>) => {
    process.stderr.write(`${look.name} ${shown.name}\n`);
    const storageState = signedIn(shown.by);
    const context = await browser.newContext({
      viewport: { width: look.width, height: 900 },
      colorScheme: look.colorScheme,
      reducedMotion: "reduce",
      ...(storageState && { storageState }),
    });
    context.setDefaultTimeout(20_000);
    const { status, act } = shown;
    const target = origin + pathOf(shown, scene);
    try {
      await use({ shown, look, ...(await visit(context, origin, { target, status, act })) });
    } catch (error) {
      await use({ shown, look, failed: error instanceof Error ? error.message : String(error) });
    } finally {
      await context.close();
    }
  };
  // A worker reads a page's code when it is first asked for it; no later visit waits for that, whoever makes it.
  const codes = new Map(pages.map((shown) => [pathOf(shown, scene).split("?")[0], shown]));
  for (const shown of codes.values()) await once(shown, looks[0], async () => {});
  for (const look of looks) for (const shown of pages) await once(shown, look, each);
}
