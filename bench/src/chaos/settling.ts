import { execute, type Person } from "../person.ts";
import type { Finding } from "../report.ts";
import { type Behaviour, type Hit, sendJson, type Upstream } from "../upstream.ts";
import { personFor } from "./matrix.ts";

interface Issue {
  readonly number: number;
  readonly title: string;
  readonly state: string;
  readonly body: string;
}

/** A repository whose answers can be lost: before the issue is made, or after. */
function repository(lost: "before" | "after", lookup: "works" | "fails", made: Issue[]): Behaviour {
  const make = ({ body }: Hit) => {
    const { title, body: text } = JSON.parse(body);
    made.push({ number: made.length + 1, title, state: "open", body: text });
  };
  return (response, hit) => {
    if (hit.method === "POST") {
      if (lost === "after") make(hit);
      response.socket?.resetAndDestroy();
    } else if (lookup === "fails") sendJson(response, 500, {});
    else sendJson(response, 200, made.toReversed());
  };
}

const create = (person: Person) =>
  execute(person, "github_create_issue", { owner: "bench", repo: "bench", title: "Once", body: "Only once." });

async function settle(
  origin: string,
  upstream: Upstream,
  name: string,
  lost: "before" | "after",
  lookup: "works" | "fails",
  expected: string,
): Promise<Finding> {
  const { person, script } = await personFor(origin, "write", upstream);
  const made: Issue[] = [];
  script.behave = repository(lost, lookup, made);
  const ran = await create(person);
  const posts = script.hits.filter(({ method }) => method === "POST").length;
  const settled = ran.details?.settled ? ` (${ran.details.settled})` : "";
  const object = ran.ok ? ` ${JSON.stringify(ran.data).includes('"number":1') ? "with the issue" : "without it"}` : "";
  const measured = `${ran.canonical.status}${settled}${object}, sent ${posts} ×, made ${made.length} ×`;
  return { part: "settling", name, expected, measured, ok: measured === expected };
}

/** A write whose answer never comes, against a provider that did it, did not do it, and cannot be asked. */
export async function settling(origin: string, upstream: Upstream): Promise<Finding[]> {
  return Promise.all([
    settle(
      origin,
      upstream,
      "done, then the answer is lost",
      "after",
      "works",
      "succeeded with the issue, sent 1 ×, made 1 ×",
    ),
    settle(origin, upstream, "lost before it is done", "before", "works", "failed (not_done), sent 1 ×, made 0 ×"),
    settle(origin, upstream, "done, and the provider cannot be asked", "after", "fails", "unknown, sent 1 ×, made 1 ×"),
    settle(
      origin,
      upstream,
      "not done, and the provider cannot be asked",
      "before",
      "fails",
      "unknown, sent 1 ×, made 0 ×",
    ),
  ]);
}
