import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { chromium } from "../browser.ts";
import type { Product } from "../product.ts";
import type { FullScene } from "./full/full-account.ts";

const version = "13.5.0";
const runs = 3;
const attempts = 3;
/** What each score has to be at the least, of 100. */
const least = 95;
/** The pages that are scored: as a visitor, and as somebody with a million calls behind them. */
const pages = [
  { name: "landing", path: "/", signedIn: false },
  { name: "connections", path: "/dashboard/connections", signedIn: true },
  { name: "usage", path: "/dashboard/usage", signedIn: true },
] as const;
const categories = ["performance", "accessibility", "best-practices"] as const;

const Category = z.object({ score: z.number() });
const Report = z.object({
  categories: z.object({ performance: Category, accessibility: Category, "best-practices": Category }),
});

/** The scores of a page, each the median of three runs. */
export type Scored = { readonly name: string } & Readonly<Record<(typeof categories)[number], number>>;

/** Lighthouse itself (176 MB, once): fetched into `.clawlink/lighthouse`, since it is run and never shipped. */
async function installLighthouse(): Promise<string> {
  const folder = join(import.meta.dirname, "../../../.clawlink/lighthouse");
  const cli = join(folder, "node_modules/lighthouse/cli/index.js");
  if (existsSync(cli)) return cli;
  process.stderr.write(`fetching lighthouse@${version} into ${folder} (176 MB)\n`);
  await mkdir(folder, { recursive: true });
  const args = ["install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", `lighthouse@${version}`];
  await promisify(execFile)("npm", args, { timeout: 300_000 });
  return cli;
}

/** What Lighthouse (desktop) says of the three pages that are to score 95 and more. */
export async function scorePages({ webOrigin }: Product, { signedIn }: FullScene): Promise<Scored[]> {
  const cli = await installLighthouse();
  const folder = await mkdtemp(join(tmpdir(), "clawlink-lighthouse-"));
  const headers = join(folder, "headers.json");
  const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  await writeFile(headers, JSON.stringify({ cookie }), { mode: 0o600 });
  const once = async ({ path, signedIn: personal }: (typeof pages)[number]) => {
    const file = join(folder, "report.json");
    const args = [
      ...[cli, webOrigin + path, "--quiet", "--preset=desktop", `--only-categories=${categories.join(",")}`],
      ...["--output=json", `--output-path=${file}`, "--no-enable-error-reporting"],
      ...["--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage"],
      ...(personal ? [`--extra-headers=${headers}`] : []),
    ];
    const options = { timeout: 120_000, env: { ...process.env, CHROME_PATH: chromium } };
    for (let left = attempts; ; left -= 1) {
      // On a machine with other work Chromium may start a trace too late for Lighthouse (NO_NAVSTART).
      const failed = await promisify(execFile)("node", args, options).then(
        () => null,
        (error: unknown) => error,
      );
      if (failed === null) break;
      if (left === 1) throw failed;
    }
    return Report.parse(JSON.parse(await readFile(file, "utf8"))).categories;
  };
  const scored: Scored[] = [];
  try {
    for (const page of pages) {
      const reports: z.infer<typeof Report>["categories"][] = [];
      for (let run = 0; run < runs; run += 1) reports.push(await once(page));
      const median = (category: (typeof categories)[number]) => {
        const scores = reports.map((report) => Math.round(100 * report[category].score));
        return scores.toSorted((left, right) => left - right)[Math.floor(runs / 2)] ?? 0;
      };
      const { name } = page;
      scored.push({
        name,
        performance: median("performance"),
        accessibility: median("accessibility"),
        "best-practices": median("best-practices"),
      });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return scored;
}

/** Every score that is too low, in words. */
export function tooLow(scored: readonly Scored[]): string[] {
  return scored.flatMap(({ name, ...scores }) =>
    categories
      .filter((category) => scores[category] < least)
      .map((category) => `${name}: Lighthouse ${category} is ${scores[category]}, below ${least}`),
  );
}
