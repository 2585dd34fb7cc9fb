import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { UsageScope } from "@clawlink/services/usage/scope";
import { z } from "zod";
import { root } from "../../scripts/start/options.ts";
import { readArguments } from "./arguments.ts";
import { type Finding, progress, report } from "./report.ts";
import { startUsage } from "./usage-scale-worker.ts";
import type { Asked } from "./workers/usage-scale/asked.ts";

const rows = 1_000_000;
const rowsAStatement = 50_000;
const runs = 7;
/** The measures: what one answer of Usage may take, and how many rows of D1 it may read. */
const mostMs = 50;
const mostRows = 2_000;
const day = 86_400_000;

const indexes =
  "select name, sql from sqlite_master where type = 'index' and tbl_name = 'tool_executions' and sql <> ''";
const Indexes = z.object({ results: z.array(z.object({ name: z.string(), sql: z.string() })) });
const markAll = `insert into usage_stale_hours
  select distinct user_id, created_at - created_at % 3600000, 0 from tool_executions where true on conflict do nothing`;
const markNewest = `insert into usage_stale_hours
  select distinct user_id, created_at - created_at % 3600000, 0 from tool_executions
  where created_at >= (select max(created_at) / 3600000 * 3600000 - 3600000 from tool_executions)`;

const startedAt = Date.now();
const { json } = readArguments();
const folder = await mkdtemp(join(tmpdir(), "clawlink-usage-"));
const now = Date.now();
const usage = await startUsage(folder);
const stop = async () => {
  await usage.stop();
  await rm(folder, { recursive: true, force: true });
};
process.once("SIGINT", () => void stop().finally(() => process.exit(130)));

/** Asks the worker; how many rows of D1 that read. */
async function ask(asked: Asked): Promise<{ read: number; answer: unknown }> {
  const response = await fetch(usage.origin, { method: "POST", body: JSON.stringify({ ...asked, now }) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${JSON.stringify(asked).slice(0, 200)}: ${response.status} ${text.slice(0, 500)}`);
  return { read: Number(response.headers.get("x-rows-read")), answer: JSON.parse(text) };
}

const heavyUser = "user_0";
const scopes: readonly (readonly [string, UsageScope])[] = [
  ["heavy user", { userId: heavyUser }],
  ["other user", { userId: "user_7" }],
  ["everybody", "everybody"],
];
const ago = (days: number) => new Date(now - days * day).toISOString();
const deep = `${now - 70 * day}.exe_`;
const key = `key_1_${heavyUser}`;
const ranges: readonly (readonly [string, object])[] = [
  ["24 h", { from: ago(1) }],
  ["7 days", { from: ago(7) }],
  ["30 days", { from: ago(30) }],
  ["90 days", { from: ago(90) }],
  ["custom, minutes apart from the hour", { from: ago(61.37), to: ago(12.91) }],
];
const filters: readonly (readonly [string, object])[] = [
  ["no filter", {}],
  ["app", { integration: "gmail" }],
  ["rare app", { integration: "twilio" }],
  ["action", { action: "send_slack" }],
  ["app and action", { integration: "slack", action: "send_slack" }],
  ["failed", { status: "failed" }],
  ["unknown, rare", { status: "unknown" }],
  ["succeeded", { status: "succeeded" }],
  ["app and failed", { integration: "linear", status: "failed" }],
  ["device by key", { device: key }],
  ["device by name, and app", { device: "Device 1", integration: "github" }],
  ["connection", { connection: 6 }],
  ["search that finds", { search: "said no" }],
  ["search that does not", { search: "nothing says this" }],
  ["everything at once", { integration: "github", action: "get_github", status: "failed", device: key, search: "NO" }],
  ...ranges,
];

function queries(): { part: string; name: string; asked: Asked }[] {
  const all: { part: string; name: string; asked: Asked }[] = [];
  for (const [who, scope] of scopes) {
    for (const [name, query] of filters) {
      all.push({ part: `list, ${who}`, name, asked: { verb: "list", scope, query } });
      const older = { ...query, limit: 100, cursor: deep };
      all.push({ part: `list, ${who}`, name: `${name}, 100 deep`, asked: { verb: "list", scope, query: older } });
    }
    for (const [name, range] of ranges) {
      const app = { ...range, integration: "slack" };
      all.push({ part: `summary, ${who}`, name, asked: { verb: "summary", scope, query: range } });
      all.push({ part: `summary, ${who}`, name: `${name}, one app`, asked: { verb: "summary", scope, query: app } });
    }
    all.push({ part: `detail, ${who}`, name: "one call", asked: { verb: "detail", scope, id: "exe_000500000" } });
  }
  return all;
}

const findings: Finding[] = [];
const told = (part: string, name: string, measured: string) =>
  findings.push({ part, name, expected: "", measured, ok: null });

try {
  for (const file of (await readdir(join(root, "migrations"))).filter((name) => name.endsWith(".sql")).sort())
    for (const text of (await readFile(join(root, "migrations", file), "utf8")).split("--> statement-breakpoint"))
      await ask({ verb: "sql", text });
  progress(`generate ${rows.toLocaleString("en")} calls`);
  await ask({ verb: "people" });
  // Made once the rows are there: kept up to date with each row they take three times as long.
  const { answer } = await ask({ verb: "sql", text: indexes });
  const { results } = Indexes.parse(answer);
  for (const { name } of results) await ask({ verb: "sql", text: `drop index ${name}` });
  for (let from = 0; from < rows; from += rowsAStatement)
    await ask({ verb: "generate", from, to: Math.min(from + rowsAStatement, rows), rows });
  for (const { sql } of results) await ask({ verb: "sql", text: sql });
  await ask({ verb: "sql", text: markAll });
  progress("sum them, as cron does");
  const begun = Date.now();
  let hours = 0;
  for (let done = 1; done > 0; hours += done) {
    done = Number((await ask({ verb: "rollUp", hours: 120 })).answer);
    progress(`${hours + done} hours summed`);
  }
  told(
    "cron",
    "an hour of a backlog: all its people, and its part of the day",
    `${((Date.now() - begun) / hours).toFixed(0)} ms`,
  );
  // As it is between two runs of cron: the calls of the newest two hours wait.
  await ask({ verb: "sql", text: markNewest });
  progress("ask everything Usage asks");
  for (const { part, name, asked } of queries()) {
    await ask(asked);
    const times: number[] = [];
    let read = 0;
    for (let run = 0; run < runs; run += 1) {
      const started = performance.now();
      ({ read } = await ask(asked));
      times.push(performance.now() - started);
    }
    const sorted = times.toSorted((left, right) => left - right);
    const p50 = sorted[Math.floor(runs / 2)] ?? 0;
    findings.push({
      part,
      name,
      expected: `< ${mostMs} ms, < ${mostRows} rows`,
      measured: `${p50.toFixed(1)} ms (at most ${(sorted.at(-1) ?? 0).toFixed(1)}), ${read} rows`,
      ok: p50 < mostMs && read < mostRows,
    });
  }
  const summing = performance.now();
  await ask({ verb: "rollUp", hours: 120 });
  told("cron", "the two newest hours of 200 people", `${(performance.now() - summing).toFixed(0)} ms`);
  const removing = performance.now();
  const { read } = await ask({ verb: "retention" });
  told("cron", "what is past its time", `${(performance.now() - removing).toFixed(0)} ms, ${read} rows`);
} finally {
  await stop();
}
report("usage-scale", findings, json, startedAt);
