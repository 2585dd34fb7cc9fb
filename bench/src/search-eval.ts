import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { learnSearchIndex } from "@clawlink/catalog/learn-search-index";
import { searchActions } from "@clawlink/catalog/search";
import { writeSearchIndex } from "@clawlink/catalog/search-index";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { readProviders } from "../../packages/catalog/scripts/read-providers.ts";
import { searchEntries } from "../../packages/catalog/scripts/search-entries.ts";
import type { LabelledRequest } from "../../packages/catalog/search-eval/parse-requests.ts";
import { judge, readRequests } from "../../packages/catalog/search-eval/read-requests.ts";
import { Children } from "../../scripts/start/children.ts";
import { root } from "../../scripts/start/options.ts";
import { readArguments } from "./arguments.ts";
import { manyActions } from "./many-actions.ts";
import { type Finding, progress, report } from "./report.ts";

const actions = 10_000;
const rounds = 3;
const mostMs = 5;
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

const startedAt = Date.now();
const { json } = readArguments();
const findings: Finding[] = [];

/** How many of the requests that judge find what they ask for. */
function found(part: string, requests: readonly LabelledRequest[]): void {
  const { first, firstThree } = judge(requests, searchActions);
  const row = (name: string, share: number, atLeast: number): Finding => ({
    part: `${requests.length} requests, ${part}`,
    name,
    expected: `at least ${percent(atLeast)}`,
    measured: percent(share),
    ok: share >= atLeast,
  });
  findings.push(row("right action first", first, 0.85), row("right action among three", firstThree, 0.95));
}

const judges = await Promise.all(
  (["held-out", "blind-a", "blind-b"] as const).map(async (set) => ({ set, requests: await readRequests(set) })),
);
for (const { set, requests } of judges) found(set, requests);
const all = judges.flatMap(({ requests }) => requests);
found("all of them", all);

progress(`an index of ${actions} actions in workerd`);
const entries = (await Promise.all((await readProviders()).map(searchEntries))).flat();
const many = manyActions(learnSearchIndex(entries), Math.ceil(actions / entries.length));
const texts = all.map(({ text }) => text);
const { load, query } = await timeInWorkerd(writeSearchIndex(many), texts);
findings.push({
  part: `${actions} actions, in workerd`,
  name: "a request, mean",
  expected: `under ${mostMs} ms`,
  measured: `${query.toFixed(2)} ms`,
  ok: query < mostMs,
});
findings.push({
  part: `${actions} actions, in workerd`,
  name: "loading the index, at an isolate's first search",
  expected: "",
  measured: `${load.toFixed(0)} ms`,
  ok: null,
});
report("search-eval", findings, json, startedAt);

/** How long workerd takes for loading and for one request, in milliseconds: timed from outside, since its own clock stands still. */
async function timeInWorkerd(index: string, requests: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), "clawlink-search-"));
  try {
    const config = join(folder, "wrangler.toml");
    const main = join(root, "bench/src/workers/search.ts");
    await writeFile(config, `name = "search"\nmain = "${main}"\ncompatibility_date = "2026-08-15"\n`);
    const command = ["wrangler", "deploy", "--dry-run", "-c", config, "--outdir", join(folder, "out")];
    await new Children().run({ command, log: join(folder, "build.log") });
    const contents = await readFile(join(folder, "out/search.js"), "utf8");
    const worker = { name: "search", modules: [{ type: "ESModule" as const, path: "search.js", contents }] };
    const workers = [{ ...worker, compatibilityDate: "2026-08-15" }];
    const workerd = new Miniflare(convertV4MiniflareOptions({ host: "127.0.0.1", port: 0, workers }));
    const origin = await workerd.ready;
    const timed = async (path: string, body: string) => {
      const from = performance.now();
      const answer = await fetch(new URL(path, origin), { method: "POST", body });
      if (!answer.ok) throw new Error(`workerd answered ${answer.status}.`);
      await answer.arrayBuffer();
      return performance.now() - from;
    };
    const load = await timed("/index", index);
    await timed("/", JSON.stringify(requests));
    const empty = await timed("/", "[]");
    const runs: number[] = [];
    for (let round = 0; round < rounds; round += 1) runs.push(await timed("/", JSON.stringify(requests)));
    await workerd.dispose();
    return { load, query: (Math.min(...runs) - empty) / requests.length };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
