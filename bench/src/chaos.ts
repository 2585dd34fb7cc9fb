import { readArguments } from "./arguments.ts";
import { retryMatrix } from "./chaos/matrix.ts";
import { startProduct } from "./product.ts";
import { type Finding, report } from "./report.ts";
import { startUpstream } from "./upstream.ts";

/** Faults on purpose, against the built worker over real sockets (docs/reliability.md). */
const startedAt = Date.now();
const { json, only } = readArguments();
const upstream = await startUpstream();
const at = { origin: upstream.origin };
const origins = { "https://api.github.com": at, "https://github.com": at, "https://api.stripe.com": at };
const product = await startProduct(41_901, origins);
const findings: Finding[] = [];
try {
  if (!only || only.has("retries")) findings.push(...(await retryMatrix(product.origin, upstream)));
} finally {
  await product.stop();
  await upstream.close();
}
report("chaos", findings, json, startedAt);
