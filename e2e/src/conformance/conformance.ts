import { rm } from "node:fs/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { openBrowser } from "../browser.ts";
import { newPerson } from "../person.ts";
import { startProduct } from "../start-product.ts";
import { startFixtureServer } from "./fixture-server.ts";
import { startHeaderProxy } from "./header-proxy.ts";
import { judgeAuthorization } from "./judge-authorization.ts";
import { judgeInspectorByOAuth, judgeInspectorWithKey } from "./judge-inspector.ts";
import { judgeSuite, type Verdict } from "./judge-suite.ts";

/** The official suite and a real client against a running ClawLink; exits 1 where a measure is missed. The packages come from npm. */
const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
const npx = (packageName: string) => ["npx", "--yes", packageName];
const current = npx("@modelcontextprotocol/conformance@0.1.16");
const next = npx("@modelcontextprotocol/conformance@0.2.0-alpha.12");
const port = Number(process.env.CLAWLINK_CONFORMANCE_PORT ?? 24_500);

const { product, stop } = await startProduct();
const browser = await openBrowser();
const fixtures = await startFixtureServer(port);
try {
  const { page } = await newPerson(browser, product);
  const made = await page.request.post(`${product.webOrigin}/api/api-keys`, {
    headers: { origin: product.webOrigin },
    data: { name: "Conformance" },
  });
  const { rawKey } = z.object({ rawKey: z.string() }).parse(await made.json());
  const proxy = await startHeaderProxy(port + 1, product.webOrigin, { "x-clawlink-api-key": rawKey });
  const urls = { product: `http://localhost:${port + 1}/api/mcp`, fixtures: `http://localhost:${port}/mcp` };
  const verdicts: Verdict[] = [];
  for (const suite of [
    { name: "server 0.1.16", command: current, options: [] },
    { name: "server 0.2.0-alpha.12, 2025-11-25", command: next, options: ["--requirements", "2025-11-25"] },
    { name: "server 0.2.0-alpha.12, 2026-07-28", command: next, options: ["--requirements", "2026-07-28"] },
  ])
    verdicts.push(...(await judgeSuite(suite, urls)));
  verdicts.push(...(await judgeAuthorization(next, page, product, port + 2)));
  const inspector = npx("@modelcontextprotocol/inspector@2.12.0");
  const endpoint = `${product.webOrigin}/api/mcp`;
  verdicts.push(...(await judgeInspectorWithKey(inspector, endpoint, `x-clawlink-api-key: ${rawKey}`)));
  verdicts.push(...(await judgeInspectorByOAuth(inspector, endpoint, page, port + 3)));
  proxy.close();
  report(verdicts);
} finally {
  fixtures.close();
  await browser.close();
  await stop();
  await rm(product.state, { recursive: true, force: true });
}

function report(verdicts: readonly Verdict[]): void {
  const width = Math.max(...verdicts.map(({ scenario }) => scenario.length));
  let suite = "";
  for (const verdict of verdicts) {
    if (verdict.suite !== suite) console.log(`\n${verdict.suite}`);
    suite = verdict.suite;
    console.log(`  ${verdict.scenario.padEnd(width)}  ${verdict.how.padEnd(22)}  ${verdict.reason}`);
  }
  const count = (how: Verdict["how"]) => verdicts.filter((verdict) => verdict.how === how).length;
  const totals = {
    passed: count("passed"),
    byFixtures: count("passed by the fixtures"),
    notOffered: count("not offered"),
    missed: count("missed"),
  };
  console.log(
    `\n${totals.passed} passed, ${totals.byFixtures} by the fixtures, ${totals.notOffered} not offered, ${totals.missed} missed`,
  );
  if (values.json) console.log(JSON.stringify({ ...totals, verdicts }));
  process.exitCode = totals.missed === 0 ? 0 : 1;
}
