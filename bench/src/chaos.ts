import { readArguments } from "./arguments.ts";
import { startLeakyBucket } from "./chaos/leaky-bucket.ts";
import { retryMatrix } from "./chaos/matrix.ts";
import { noConnection } from "./chaos/no-connection.ts";
import { pacing } from "./chaos/pacing.ts";
import { settling } from "./chaos/settling.ts";
import { startProduct } from "./product.ts";
import { type Finding, report } from "./report.ts";
import { startUpstream } from "./upstream.ts";

/** Faults on purpose, against the built worker over real sockets (docs/reliability.md). */
const startedAt = Date.now();
const { json, only } = readArguments();
const wanted = (part: string) => !only || only.has(part);
const ports = { product: 41_901, github: 41_903, resend: 41_904 };
const at = (port: number) => ({ origin: `http://127.0.0.1:${port}` });
const upstream = await startUpstream();
const gone = await startUpstream();
const findings: Finding[] = [];

/** Runs parts on a product of their own, with providers at these origins. */
async function on(
  origins: Parameters<typeof startProduct>[1],
  parts: (origin: string, folder: string) => Promise<void>,
) {
  const product = await startProduct(ports.product, origins);
  try {
    await Promise.race([parts(product.origin, product.folder), product.children.failure]);
  } finally {
    await product.stop();
  }
}

try {
  if (wanted("retries") || wanted("settling")) {
    const here = { origin: upstream.origin };
    const origins = {
      "https://api.github.com": here,
      "https://github.com": here,
      "https://api.stripe.com": here,
      "https://api.resend.com": { origin: gone.origin },
    };
    await on(origins, async (origin) => {
      const retries = wanted("retries") ? [retryMatrix(origin, upstream), noConnection(origin, gone)] : [];
      const settled = wanted("settling") ? [settling(origin, upstream)] : [];
      for (const part of await Promise.all([...retries, ...settled])) findings.push(...part);
    });
  }
  if (wanted("pacing")) {
    const origins = {
      "https://api.github.com": at(ports.github),
      "https://github.com": { origin: upstream.origin },
      "https://api.resend.com": at(ports.resend),
    };
    await on(origins, async (origin, folder) => {
      const known = await startLeakyBucket(folder, ports.resend, upstream.origin, 2);
      const unknown = await startLeakyBucket(folder, ports.github, upstream.origin, 5);
      try {
        findings.push(...(await pacing(origin, upstream, { known, unknown })));
      } finally {
        await Promise.all([known.close(), unknown.close()]);
      }
    });
  }
} finally {
  await upstream.close();
  await gone.close().catch(() => {});
}
report("chaos", findings, json, startedAt);
