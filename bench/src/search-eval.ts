import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { searchActions } from "@clawlink/catalog/search";
import { buildSearchIndex, type SearchEntry } from "@clawlink/catalog/search-index";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { judge, readRequests } from "../../packages/catalog/search-eval/read-requests.ts";
import { Children } from "../../scripts/start/children.ts";
import { root } from "../../scripts/start/options.ts";
import { readArguments } from "./arguments.ts";
import { manyEntries } from "./many-entries.ts";
import { type Finding, progress, report } from "./report.ts";

const actions = 10_000;
const rounds = 3;
const mostMs = 5;
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

const startedAt = Date.now();
const { json } = readArguments();
const findings: Finding[] = [];

for (const set of ["tuned", "development", "held-out", "held-out-2"] as const) {
  const requests = await readRequests(set);
  const { first, firstThree, missed } = judge(requests, searchActions);
  const judged = set === "tuned";
  const heldOut = set.startsWith("held-out");
  const row = (name: string, share: number, atLeast: number): Finding => ({
    part: `${requests.length} requests, ${set}`,
    name,
    expected: judged ? `at least ${percent(atLeast)}` : "",
    measured: percent(share),
    ok: judged ? share >= atLeast : null,
  });
  findings.push(row("right action first", first, 0.85), row("right action among three", firstThree, 0.95));
  // Whoever reads what was missed of a held-out set has no held-out set any more.
  if (!heldOut)
    for (const { text, right } of missed) console.log(`not among three (${set}): ${text} → ${right.join(", ")}`);
}

progress(`an index of ${actions} actions in workerd`);
const texts = (await readRequests("tuned")).map(({ text }) => text);
const { load, query } = await timeInWorkerd(manyEntries(actions), texts);
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
async function timeInWorkerd(entries: readonly SearchEntry[], requests: readonly string[]) {
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
    const load = await timed("/index", buildSearchIndex(entries));
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
