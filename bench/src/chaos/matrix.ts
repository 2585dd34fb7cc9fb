import { randomBytes } from "node:crypto";
import { connectByKey, connectByOAuth, type Executed, execute, makePerson, type Person } from "../person.ts";
import type { Finding } from "../report.ts";
import { type Script, sendJson, type Upstream } from "../upstream.ts";
import { type Case, cases, type Kind, shortestGap } from "./cases.ts";

const kinds: readonly Kind[] = ["read", "write", "keyed write"];
const issue = { owner: "bench", repo: "bench", issue_number: 1 };

/** A person of their own, so that nothing a case teaches the pacer or the breaker reaches another. */
export async function personFor(
  origin: string,
  kind: Kind,
  upstream: Upstream,
): Promise<{ person: Person; script: Script }> {
  const person = await makePerson(origin);
  const keyed = kind === "keyed write";
  const token = `${keyed ? "sk_test_" : ""}${randomBytes(12).toString("hex")}`;
  const script = upstream.script(token, (response) => sendJson(response, 500, {}));
  if (keyed) await connectByKey(person, "stripe", token);
  else await connectByOAuth(person, "github", async () => token);
  return { person, script };
}

/** One call of this kind. */
export function callOf(person: Person, kind: Kind): Promise<Executed> {
  if (kind === "read") return execute(person, "github_get_issue", issue);
  if (kind === "write") return execute(person, "github_update_issue", { ...issue, title: "Changed" });
  return execute(person, "stripe_create_customer", { email: "bench@example.com" });
}

async function runCase(origin: string, upstream: Upstream, one: Case, kind: Kind): Promise<Finding> {
  const { person, script } = await personFor(origin, kind, upstream);
  script.behave = one.behave;
  const ran = await callOf(person, kind);
  const { hits, code, unknown } = one.expected[kind];
  const wanted = `${hits} × ${code}${unknown ? ", unknown" : ""}`;
  const isUnknown = ran.canonical.status === "unknown";
  const gap = shortestGap(script.hits);
  const early = one.gapMs !== undefined && gap < one.gapMs;
  const keys = new Set(script.hits.map((hit) => hit.headers["idempotency-key"]));
  const sameKey = kind !== "keyed write" || (keys.size === 1 && !keys.has(undefined));
  const measured = `${script.hits.length} × ${ran.error?.code ?? "ok"}${isUnknown ? ", unknown" : ""}`;
  const notes = [
    ran.meta.attempts === script.hits.length ? "" : ` (says ${ran.meta.attempts} attempts)`,
    early ? ` (asked again after ${gap} ms)` : "",
    sameKey ? "" : " (the key changed)",
  ].join("");
  return {
    part: "retries",
    name: `${kind}: ${one.name}`,
    expected: wanted,
    measured: measured + notes,
    ok: measured === wanted && notes === "",
  };
}

/** Two failures and then an answer: the caller sees the answer alone. */
async function recovers(origin: string, upstream: Upstream): Promise<Finding> {
  const { person, script } = await personFor(origin, "read", upstream);
  script.behave = (response, _hit, index) =>
    index < 2 ? sendJson(response, 502, {}) : sendJson(response, 200, { number: 1, title: "Here", state: "open" });
  const ran = await callOf(person, "read");
  const measured = `${ran.ok ? "ok" : ran.error?.code} after ${ran.meta.attempts}`;
  return {
    part: "retries",
    name: "read: 502 twice, then fine",
    expected: "ok after 3",
    measured,
    ok: measured === "ok after 3",
  };
}

/** Every kind of call against everything that goes wrong, over real sockets, a few at a time. */
export async function retryMatrix(origin: string, upstream: Upstream): Promise<Finding[]> {
  const work = cases.flatMap((one) => kinds.map((kind) => () => runCase(origin, upstream, one, kind)));
  work.push(() => recovers(origin, upstream));
  const findings: Finding[] = [];
  const worker = async () => {
    for (let next = work.shift(); next; next = work.shift()) findings.push(await next());
  };
  await Promise.all(Array.from({ length: 12 }, worker));
  const order = [...cases.map(({ name }) => name), "502 twice, then fine"];
  const rank = ({ name }: Finding) =>
    order.indexOf(name.slice(name.indexOf(": ") + 2)) * kinds.length +
    kinds.findIndex((kind) => name.startsWith(`${kind}:`));
  return findings.sort((left, right) => rank(left) - rank(right));
}
