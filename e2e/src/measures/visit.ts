import { gzipSync } from "node:zlib";
import type { BrowserContext, Page, Response } from "playwright-core";
import { checkHeaders } from "./check-headers.ts";
import { readVitals, type Vitals, watchVitals } from "./vitals.ts";

/** What one visit to a page showed, the page still open and in its state. */
export interface Visited {
  readonly page: Page;
  readonly vitals: Vitals;
  /** Scripts the page loaded by itself, each once, gzip, in bytes. */
  readonly scriptBytes: number;
  /** Everything that must not be: wrong status, foreign requests, script errors, weak headers, a page wider than its window. */
  readonly problems: string[];
}

/** How long after its load event a page may still move things, in milliseconds. */
const settleMs = 300;

/** A page to be opened: where it is, what it answers when that is not 200, and what brings it into its state. */
interface Opened {
  readonly target: string;
  readonly status: number | undefined;
  readonly act: ((page: Page) => Promise<void>) | undefined;
}

/** Opens a page as its looker, waits until it is alive, and brings it into its state. */
export async function visit(
  context: BrowserContext,
  origin: string,
  { target, status: wanted = 200, act }: Opened,
): Promise<Visited> {
  const page = await context.newPage();
  const problems: string[] = [];
  const scripts = new Map<string, Response>();
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && /^(https?|wss?):$/.test(url.protocol)) problems.push(`asks elsewhere: ${url.origin}`);
  });
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.set(response.url(), response);
  });
  page.on("pageerror", (error) => problems.push(`script error: ${error.message.slice(0, 200)}`));
  page.on("console", (message) => {
    const own = message.location().url === target && wanted !== 200;
    if (message.type() === "error" && !own)
      problems.push(`console: ${message.text().slice(0, 200)} ${message.location().url}`);
  });
  await watchVitals(page);
  const response = await page.goto(target, { waitUntil: "load" });
  await page.waitForFunction(isAlive);
  await page.waitForTimeout(settleMs);
  if (response?.status() !== wanted) problems.push(`answers ${response?.status()}, not ${wanted}`);
  problems.push(...checkHeaders((await response?.allHeaders()) ?? {}));
  const vitals = await readVitals(page);
  const sizes = [...scripts.values()].map(async (script) => gzipSync(await script.body()).byteLength);
  const scriptBytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  if (act) {
    await act(page);
    await page.waitForTimeout(settleMs);
  }
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wider > 0) problems.push(`${wider} px wider than the window`);
  return { page, vitals, scriptBytes, problems };
}

/** Whether React has taken the page over. */
function isAlive(): boolean {
  return [...document.body.querySelectorAll("*")].some((element) =>
    Object.keys(element).some((key) => key.startsWith("__reactProps$")),
  );
}
