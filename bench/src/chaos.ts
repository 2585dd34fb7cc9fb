import { readArguments } from "./arguments.ts";
import { type Gate, startGate } from "./chaos/gate.ts";
import { kills, shortTokenSeconds } from "./chaos/kills.ts";
import { startLeakyBucket } from "./chaos/leaky-bucket.ts";
import { startLinear } from "./chaos/linear-server.ts";
import { retryMatrix } from "./chaos/matrix.ts";
import { noConnection } from "./chaos/no-connection.ts";
import { pacing } from "./chaos/pacing.ts";
import { refreshRace, tokenSeconds } from "./chaos/refresh-race.ts";
import { settling } from "./chaos/settling.ts";
import { type Entry, type Origins, type Product, startProduct } from "./product.ts";
import { type Finding, progress, report } from "./report.ts";
import { startUpstream } from "./upstream.ts";

/** Faults on purpose, against the built worker over real sockets (docs/reliability.md). */
const startedAt = Date.now();
const { json, only, port } = readArguments();
const wanted = (part: string) => !only || only.has(part);
const ports = { product: port, github: port + 2, resend: port + 3, linear: port + 4 };
const killed = { product: port + 5, linear: port + 6, gate: port + 7 };
const at = (port: number) => ({ origin: `http://127.0.0.1:${port}` });
const upstream = await startUpstream();
const gone = await startUpstream();
const findings: Finding[] = [];

/** Runs parts on a product of their own, with providers at these origins. */
async function on(port: number, origins: Origins, parts: (product: Product) => Promise<void>, entry?: Entry) {
  const product = await startProduct(port, origins, entry);
  try {
    await Promise.race([parts(product), product.children.failure]);
  } finally {
    await product.stop();
  }
}

const paths = { "/oauth/authorize": "/auth", "/oauth/token": "/token", "/oauth/revoke": "/token/revocation" };

async function faults({ origin, clients }: Product): Promise<void> {
  progress("refresh race, settling, retries");
  const linear = await startLinear(ports.linear, clients.linear, { seconds: tokenSeconds, latencyMs: 300 });
  try {
    const parts = [
      ...(wanted("refresh") ? [refreshRace(origin, linear)] : []),
      ...(wanted("settling") ? [settling(origin, upstream)] : []),
      ...(wanted("retries") ? [retryMatrix(origin, upstream), noConnection(origin, gone)] : []),
    ];
    for (const part of await Promise.all(parts)) findings.push(...part);
  } finally {
    await linear.close();
  }
}

async function crashes(gate: Gate, product: Product): Promise<void> {
  progress("kills");
  const server = { seconds: shortTokenSeconds, latencyMs: 20 };
  const linear = await startLinear(killed.linear, product.clients.linear, server);
  findings.push(...(await kills(product, linear, gate, upstream).finally(() => linear.close())));
}

async function limits({ origin, folder }: Product): Promise<void> {
  progress("pacing");
  const known = await startLeakyBucket(folder, ports.resend, upstream.origin, 5);
  const unknown = await startLeakyBucket(folder, ports.github, upstream.origin, 5);
  try {
    findings.push(...(await pacing(origin, upstream, { known, unknown })));
  } finally {
    await Promise.all([known.close(), unknown.close()]);
  }
}

const here = { origin: upstream.origin };
const linearAt = (port: number) => ({
  "https://linear.app": { ...at(port), paths },
  "https://api.linear.app": { ...at(port), paths },
});

async function withFaults(): Promise<void> {
  if (!["refresh", "settling", "retries"].some(wanted)) return;
  const origins = {
    "https://api.github.com": here,
    "https://github.com": here,
    "https://api.stripe.com": here,
    "https://api.resend.com": { origin: gone.origin },
    ...linearAt(ports.linear),
  };
  await on(ports.product, origins, faults);
}

async function withKills(): Promise<void> {
  if (!wanted("kills")) return;
  const gate = await startGate(killed.gate);
  const origins = { "https://api.stripe.com": here, ...linearAt(killed.linear) };
  const entry = { name: "gated", vars: { GATE: gate.origin } };
  await on(killed.product, origins, (product) => crashes(gate, product), entry).finally(() => gate.end());
}

try {
  // Both wait most of the time, for tokens to expire and for answers that do not come.
  await Promise.all([withFaults(), withKills()]);
  if (wanted("pacing")) {
    const limited = { "https://api.github.com": at(ports.github), "https://api.resend.com": at(ports.resend) };
    await on(ports.product, { ...limited, "https://github.com": here }, limits);
  }
} finally {
  await upstream.close();
  await gone.close().catch(() => {});
}
report("chaos", findings, json, startedAt);
