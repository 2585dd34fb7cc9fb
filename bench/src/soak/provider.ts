import { setTimeout as sleep } from "node:timers/promises";
import { type Behaviour, type Hit, sendJson } from "../upstream.ts";
import type { Faults } from "./faults.ts";

/** What the provider takes for each answer, in milliseconds. */
const latencyMs = 20;

/** What was asked of a provider, and what it did, by the subject of the write: a title or an address. */
export interface Done {
  readonly reached: Set<string>;
  readonly made: Map<string, number>;
}

export const nothingDone = (): Done => ({ reached: new Set(), made: new Map() });

const count = (done: Done, subject: string) => done.made.set(subject, (done.made.get(subject) ?? 0) + 1);

/** Answers as `work` does, late, or with a fault: then the work is done or not, as the fault says. */
function faulty(faults: Faults, work: (hit: Hit) => unknown): Behaviour {
  return async (response, hit) => {
    await sleep(latencyMs);
    const fault = faults.next();
    if (!fault || fault.done) {
      const body = work(hit);
      if (!fault) return void sendJson(response, 200, body);
    }
    fault?.answer(response);
  };
}

interface Issue {
  readonly number: number;
  readonly title: string;
  readonly state: string;
  readonly body: string;
}

/** One person's repository: issues are made, read, and listed newest first. */
export function repository(faults: Faults, done: Done): Behaviour {
  const issues: Issue[] = [{ number: 1, title: "Here", state: "open", body: "text" }];
  return (response, hit, index) => {
    if (hit.method === "POST") done.reached.add(JSON.parse(hit.body).title);
    const answer = faulty(faults, ({ method, path, body }) => {
      if (method !== "POST") return /\/issues\/\d+$/.test(path) ? issues[0] : issues.slice(-50).toReversed();
      const { title, body: text } = JSON.parse(body);
      const issue = { number: issues.length + 1, title, state: "open", body: text };
      issues.push(issue);
      count(done, title);
      return issue;
    });
    answer(response, hit, index);
  };
}

/** One person's customers; a repeated idempotency key gives the first customer again, as at Stripe. */
export function customers(faults: Faults, done: Done): Behaviour {
  const byKey = new Map<string, unknown>();
  return (response, hit, index) => {
    const email = new URLSearchParams(hit.body).get("email") ?? "";
    if (hit.method === "POST") done.reached.add(email);
    const answer = faulty(faults, ({ method, headers }) => {
      if (method !== "POST") return { object: "list", data: [], has_more: false };
      const key = String(headers["idempotency-key"]);
      const customer = byKey.get(key) ?? { id: `cus_${byKey.size}`, object: "customer", email };
      if (!byKey.has(key)) count(done, email);
      byKey.set(key, customer);
      return customer;
    });
    answer(response, hit, index);
  };
}
