import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import {
  anotherDevice,
  connectByKey,
  connectByOAuth,
  type Executed,
  execute,
  makePerson,
  type Person,
} from "../person.ts";
import type { Finding } from "../report.ts";
import { sendJson, type Upstream } from "../upstream.ts";
import type { LeakyBucket } from "./leaky-bucket.ts";

const mail = (id: string) => ({ id, from: "team@example.com", to: ["reader@example.org"], subject: "Hi" });
const emailId = () => crypto.randomUUID();

interface Timed {
  readonly ran: Executed;
  /** From the start of the burst, in milliseconds. */
  readonly at: number;
}

function burst(count: number, call: () => Promise<Executed>, startedAt = Date.now()): Promise<Timed[]> {
  return Promise.all(Array.from({ length: count }, async () => ({ ran: await call(), at: Date.now() - startedAt })));
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
const share = (answers: Map<number, number>) => {
  const all = [...answers.values()].reduce((sum, count) => sum + count, 0);
  return all === 0 ? 1 : (answers.get(429) ?? 0) / all;
};

/** Somebody with Resend connected; each has a bucket of their own at the limiter. */
async function resendUser(origin: string, upstream: Upstream): Promise<Person> {
  const person = await makePerson(origin);
  const token = `re_${randomBytes(12).toString("hex")}`;
  upstream.script(token, (response, { path }) => sendJson(response, 200, mail(path.split("/").at(-1) ?? "")));
  await connectByKey(person, "resend", token);
  return person;
}

const getMail = (person: Person) => execute(person, "resend_get_email", { email_id: emailId() });

/** 100 calls at once at a known 5 a second: the bucket allows them in 19.8 s, plus 20 %. */
async function known(origin: string, upstream: Upstream, bucket: LeakyBucket): Promise<Finding> {
  const before = await bucket.answers("/emails");
  const person = await resendUser(origin, upstream);
  const done = await burst(100, () => getMail(person));
  const succeeded = done.filter(({ ran }) => ran.ok).length;
  const took = Math.max(...done.map(({ at }) => at));
  const answers = await bucket.answers("/emails");
  for (const [status, count] of before) answers.set(status, (answers.get(status) ?? 0) - count);
  const limited = share(answers);
  return {
    part: "pacing",
    name: `100 calls at once, 5 r/s known (${bucket.kind})`,
    expected: "100 succeed within 23.7 s, at most 2 % answered 429",
    measured: `${succeeded} succeed in ${seconds(took)}, ${(limited * 100).toFixed(1)} % answered 429`,
    ok: succeeded === 100 && took <= 23_700 && limited <= 0.02,
  };
}

/** A second device that asks behind a queue of twenty gets every other slot. */
async function fair(origin: string, upstream: Upstream): Promise<Finding> {
  const first = await resendUser(origin, upstream);
  const second = await anotherDevice(first);
  const startedAt = Date.now();
  const greedy = burst(20, () => getMail(first), startedAt);
  await sleep(200);
  const late = await burst(5, () => getMail(second), startedAt);
  const finished = Math.max(...late.map(({ at }) => at));
  const ahead = (await greedy).filter(({ at }) => at < finished).length;
  const succeeded = late.filter(({ ran }) => ran.ok).length;
  return {
    part: "pacing",
    name: "5 calls of a second device behind 20 of the first",
    expected: "5 succeed, at most 8 of the first before them",
    measured: `${succeeded} succeed in ${seconds(finished)}, ${ahead} of the first before them`,
    ok: succeeded === 5 && ahead <= 8,
  };
}

/** More calls than fit into the 39 s a call may wait: those that cannot be served are told at once, with the true wait. */
async function toldAtOnce(origin: string, upstream: Upstream): Promise<Finding> {
  const person = await resendUser(origin, upstream);
  const done = await burst(260, () => getMail(person));
  const refused = done.filter(({ ran }) => ran.error?.code === "rate_limited");
  const slowest = Math.max(0, ...refused.map(({ at }) => at));
  const waits = refused.map(({ ran }) => ran.error?.retryAfterMs ?? 0);
  const other = done.filter(({ ran }) => !ran.ok && ran.error?.code !== "rate_limited").length;
  return {
    part: "pacing",
    name: "260 calls at once, 5 r/s: more than fit into 39 s",
    expected: "some told within 2 s to wait over 38 s, the others succeed",
    measured: `${refused.length} told within ${seconds(slowest)} to wait ${seconds(Math.min(...waits))} or more, ${other} fail otherwise`,
    ok: refused.length > 0 && slowest <= 2_000 && Math.min(...waits) > 38_000 && other === 0,
  };
}

/** A limit nobody told us of: learned from the refusals themselves. Told, not judged. */
async function learned(origin: string, upstream: Upstream, bucket: LeakyBucket): Promise<Finding> {
  const person = await makePerson(origin);
  const token = randomBytes(12).toString("hex");
  upstream.script(token, (response) => sendJson(response, 200, { number: 1, title: "Here", state: "open" }));
  await connectByOAuth(person, "github", async () => token);
  const call = () => execute(person, "github_get_issue", { owner: "paced", repo: "bench", issue_number: 1 });
  const done = await burst(100, call);
  const succeeded = done.filter(({ ran }) => ran.ok).length;
  const took = Math.max(...done.map(({ at }) => at));
  const limited = share(await bucket.answers("/repos/paced"));
  return {
    part: "pacing",
    name: `100 calls at once, 5 r/s unknown (${bucket.kind})`,
    expected: "(wished: 100 succeed within 24 s, at most 2 % answered 429)",
    measured: `${succeeded} succeed in ${seconds(took)}, ${(limited * 100).toFixed(1)} % answered 429`,
    ok: null,
  };
}

export interface Limited {
  readonly known: LeakyBucket;
  readonly unknown: LeakyBucket;
}

/** Pacing against real leaky buckets, all at the same time: each person has a bucket of their own. */
export async function pacing(origin: string, upstream: Upstream, buckets: Limited): Promise<Finding[]> {
  const first = await known(origin, upstream, buckets.known);
  const rest = await Promise.all([
    fair(origin, upstream),
    toldAtOnce(origin, upstream),
    learned(origin, upstream, buckets.unknown),
  ]);
  return [first, ...rest];
}
