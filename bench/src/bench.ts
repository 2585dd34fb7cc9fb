import { randomBytes } from "node:crypto";
import { readArguments } from "./arguments.ts";
import { type Latency, latency, type Shot, throughput } from "./load/measure.ts";
import { connectByOAuth, makePerson } from "./person.ts";
import { startFloor, startProduct } from "./product.ts";
import { type Finding, progress, report } from "./report.ts";
import { sendJson, startUpstream } from "./upstream.ts";

/** What the provider takes for each answer, in milliseconds. */
const upstreamMs = 5;
const connections = 16;
const secondsEach = 4;
const rounds = 2;
const single = 250;

const startedAt = Date.now();
const { json, only, port } = readArguments();
const upstream = await startUpstream({ keepAlive: true });
const here = { origin: upstream.origin };
const product = await startProduct(port, { "https://api.github.com": here, "https://github.com": here });
const findings: Finding[] = [];

try {
  const token = randomBytes(12).toString("hex");
  const script = upstream.script(token, (response) =>
    setTimeout(() => sendJson(response, 200, { number: 1, title: "Here", state: "open", body: "text" }), upstreamMs),
  );
  const person = await makePerson(product.origin);
  await connectByOAuth(person, "github", async () => token);
  const issue = { owner: "bench", repo: "bench", issue_number: 1 };
  const path = "/repos/bench/bench/issues/1";
  const floorOrigin = await startFloor(product, port + 1, upstream.origin, "/login/oauth/access_token");
  const key = { "x-clawlink-api-key": person.key, "content-type": "application/json" };
  const authorization = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const tool = (name: string) => `${product.origin}/api/tools/${name}/execute`;
  const mcp = {
    jsonrpc: "2.0",
    id: 1,
    method: "tools/call",
    params: {
      name: "clawlink.execute",
      arguments: { integration_id: "github", action_id: "get_issue", input: issue },
    },
  };
  const floor: Shot = { name: "floor", url: floorOrigin + path, method: "GET", headers: authorization };
  const all: readonly (Shot & { atLeast?: number; adds?: number })[] = [
    {
      name: "read execute",
      url: tool("github_get_issue"),
      method: "POST",
      headers: key,
      body: JSON.stringify({ arguments: issue }),
      atLeast: 0.35,
      adds: 1.5,
    },
    {
      name: "write execute",
      url: tool("github_update_issue"),
      method: "POST",
      headers: key,
      body: JSON.stringify({ arguments: { ...issue, title: "Changed" }, confirmed: true }),
      atLeast: 0.2,
    },
    {
      name: "MCP execute",
      url: `${product.origin}/api/mcp`,
      method: "POST",
      headers: { ...key, accept: "application/json, text/event-stream" },
      body: JSON.stringify(mcp),
    },
    { name: "tools list", url: `${product.origin}/api/tools`, method: "GET", headers: key },
    { name: "search", url: `${product.origin}/api/search?query=create%20an%20issue`, method: "GET", headers: key },
  ];
  const shots = all.filter(({ name }) => !only || only.has(name.split(" ")[0] ?? ""));
  const rates = new Map<string, number[]>();
  const latencies = new Map<string, Latency>();
  for (const shot of [floor, ...shots]) {
    progress(`latency of ${shot.name}`);
    await latency(shot, 50);
    latencies.set(shot.name, await latency(shot, single));
    script.hits.length = 0;
  }
  // Interleaved, so that whatever else the machine does reaches all of them.
  for (let round = 0; round < rounds; round += 1)
    for (const shot of [floor, ...shots]) {
      progress(`throughput of ${shot.name}`);
      rates.set(shot.name, [...(rates.get(shot.name) ?? []), await throughput(shot, connections, secondsEach)]);
      script.hits.length = 0;
    }
  const mean = (name: string) => (rates.get(name) ?? []).reduce((sum, rate) => sum + rate, 0) / rounds;
  const at = (name: string) => latencies.get(name) ?? { p50: 0, p95: 0, p99: 0 };
  const ms = ({ p50, p95, p99 }: Latency) => [p50, p95, p99].map((value) => value.toFixed(2)).join(" / ");
  const base = at("floor");
  findings.push({
    part: "floor",
    name: `bare Hono proxy, provider answers in ${upstreamMs} ms`,
    expected: "",
    measured: `${mean("floor").toFixed(0)} requests/s, ${ms(base)} ms (p50 / p95 / p99)`,
    ok: null,
  });
  for (const { name, atLeast, adds } of shots) {
    const share = mean(name) / mean("floor");
    const own = at(name);
    const added = { p50: own.p50 - base.p50, p95: own.p95 - base.p95, p99: own.p99 - base.p99 };
    findings.push({
      part: "throughput",
      name: `${name}, ${connections} connections`,
      expected: atLeast === undefined ? "" : `at least ${atLeast * 100} % of the floor`,
      measured: `${mean(name).toFixed(0)} requests/s, ${(share * 100).toFixed(0)} %`,
      ok: atLeast === undefined ? null : share >= atLeast,
    });
    findings.push({
      part: "latency",
      name: `${name}, 1 connection`,
      expected: adds === undefined ? "" : `adds at most ${adds} ms at p50`,
      measured: `adds ${ms(added)} ms (p50 / p95 / p99)`,
      ok: adds === undefined ? null : added.p50 <= adds,
    });
  }
} finally {
  await product.stop();
  await upstream.close();
}
report("bench", findings, json, startedAt);
