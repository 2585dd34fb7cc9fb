import { randomBytes } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { connectByKey, connectByOAuth, execute, makePerson, type Person, rowsOf } from "../person.ts";
import type { Product } from "../product.ts";
import type { Finding } from "../report.ts";
import { type Hit, sendJson, type Upstream } from "../upstream.ts";
import type { Gate } from "./gate.ts";
import { consent, type LinearServer } from "./linear-server.ts";

/** The product renews tokens with less than 30 s to go, so these are renewed 20 s after they were given: longer than a restart takes. */
export const shortTokenSeconds = 50;
const staleAfterMs = 20_500;

const viewer = (person: Person) => execute(person, "linear_get_viewer", {});
/** A call that the crash leaves without an answer. */
const unanswered = (call: Promise<unknown>) => call.catch(() => null);

/** Kills the worker when the fresh token stands at `point`; afterwards the token must be used, and the provider not asked again. */
async function duringRefresh(product: Product, linear: LinearServer, gate: Gate, person: Person, point: "kv" | "d1") {
  const before = { ...linear.seen };
  const reached = gate.close(point);
  const lost = unanswered(viewer(person));
  await reached;
  await product.crash();
  await lost;
  gate.open();
  await product.restart();
  const recovered = await viewer(person);
  const refusals = linear.seen.refusals - before.refusals;
  return `${recovered.ok ? "succeeds" : recovered.error?.code}, ${linear.seen.refreshes - before.refreshes} refresh, ${refusals} refused`;
}

/** Afterwards: the grant is alive, so the next refresh succeeds, and each of the three calls has a row. */
async function afterRefresh(person: Person): Promise<string> {
  const later = await viewer(person);
  const rows = await rowsOf(person);
  const ids = new Set(rows.map(({ id }) => id));
  return `the next ${later.ok ? "succeeds" : later.error?.code}, ${ids.size} rows of 3 calls${ids.size === rows.length ? "" : ", some twice"}`;
}

/** Sets the clock of every sleeping cell ahead, by making what it wrote older: five minutes are longer than this may take. */
async function age(product: Product, milliseconds: number): Promise<void> {
  const folder = join(product.storage, "v3", "do", "clawlink-Account");
  for (const file of (await readdir(folder)).filter((name) => /^[0-9a-f]{64}\.sqlite$/.test(name))) {
    const cell = new DatabaseSync(join(folder, file));
    cell.prepare("update executions set at = at - ?").run(milliseconds);
    cell.prepare("update idempotency set at = at - ?").run(milliseconds);
    cell.close();
  }
}

/** Kills the worker while the provider works on a write; the write must have a row, and must never be sent again. */
async function duringWrite(product: Product, upstream: Upstream): Promise<Finding> {
  const person = await makePerson(product.origin);
  const token = `sk_test_${randomBytes(12).toString("hex")}`;
  const arrived = Promise.withResolvers<Hit>();
  const script = upstream.script(token, (_response, hit) => arrived.resolve(hit));
  await connectByKey(person, "stripe", token);
  const write = () => execute(person, "stripe_create_customer", { email: "a@example.com" }, { idempotencyKey: "once" });
  const lost = unanswered(write());
  await arrived.promise;
  await product.crash();
  await lost;
  script.behave = (response) => sendJson(response, 200, { id: "cus_1", object: "customer" });
  await product.restart();
  const soon = await write();
  const before = await rowsOf(person);
  await product.crash();
  await age(product, 6 * 60_000);
  await product.restart();
  const later = await write();
  const ended = (await rowsOf(person)).find(({ id }) =>
    before.some((row) => row.id === id && row.status === "running"),
  );
  const measured = [
    `sent ${script.hits.length} ×`,
    `a repetition is told ${soon.error?.code}, six minutes later ${later.error?.code}`,
    `its row ${before.filter(({ status }) => status === "running").length} × running, then ${ended?.status}`,
  ].join("; ");
  const expected =
    "sent 1 ×; a repetition is told idempotency_in_progress, six minutes later idempotency_conflict; its row 1 × running, then unknown";
  return { part: "kills", name: "write, at the provider", expected, measured, ok: measured === expected };
}

/** SIGKILL to the worker at known points, and a real start on the storage it left. */
export async function kills(
  product: Product,
  linear: LinearServer,
  gate: Gate,
  upstream: Upstream,
): Promise<Finding[]> {
  const points = [
    { point: "kv", name: "refresh, between the provider's answer and KV", person: await makePerson(product.origin) },
    { point: "d1", name: "refresh, between KV and D1", person: await makePerson(product.origin) },
  ] as const;
  for (const { person } of points) await connectByOAuth(person, "linear", consent);
  const stale = sleep(staleAfterMs);
  const write = await duringWrite(product, upstream);
  await stale;
  const findings: Finding[] = [];
  const first: string[] = [];
  for (const { point, person } of points) first.push(await duringRefresh(product, linear, gate, person, point));
  await sleep(staleAfterMs);
  for (const [index, { name, person }] of points.entries()) {
    const measured = `${first[index]}; ${await afterRefresh(person)}`;
    const expected = "succeeds, 1 refresh, 0 refused; the next succeeds, 3 rows of 3 calls";
    findings.push({ part: "kills", name, expected, measured, ok: measured === expected });
  }
  return [...findings, write];
}
