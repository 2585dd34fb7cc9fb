import { manifest } from "@clawlink/catalog/manifest";
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { describe, expect, it } from "vitest";
import { execute } from "./calls.ts";
import { fullAccounts, type Step } from "./full-accounts.ts";
import { call, connectByForm, connectOAuth, makePerson, type Person } from "./world.ts";

/** What an answer may cost an agent's context. */
const mostTokens = 4_000;
const items = 30;
/** About 2,400 characters, as a bug report with a trace has: with more, lists are beyond 64 KiB and are stored instead. */
const text = Array.from(
  { length: 24 },
  (_, at) =>
    `${at}. The quick brown fox, id ${(at * 7919).toString(36)}-${at * 31}, jumps over the lazy dog; then it rests.`,
).join("\n");

/** The first value called `name` anywhere in what was answered. */
function findIn(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  if (Object.hasOwn(value, name)) return Reflect.get(value, name);
  for (const inner of Object.values(value)) {
    const found = findIn(inner, name);
    if (found !== undefined && found !== null) return found;
  }
  return undefined;
}

async function run(person: Person, slug: string, [action_id, input]: Step, confirm = false) {
  const { body } = await call("POST", "/api/executions", {
    key: person.key,
    body: { integration_id: slug, action_id, input, confirm },
  });
  if (body.status !== "succeeded") throw new Error(`${action_id}: ${JSON.stringify(body)}`);
  return body;
}

describe.each(fullAccounts)("a full account of $slug", ({ slug, user, fill, reads }) => {
  it("answers every read with at most 4,000 tokens when nothing is asked of its size", {
    timeout: 60_000,
  }, async () => {
    const person = await makePerson();
    if (user) await connectOAuth(person, slug, user);
    else if (slug === "stripe" || slug === "resend" || slug === "twilio") await connectByForm(person, slug);
    const seen = new Map<string, unknown>();
    const find = (action: string, name: string) => findIn(seen.get(action), name);
    const [first = (): Step => ["", {}]] = reads(find);
    seen.set(first()[0], (await run(person, slug, first())).output);
    for (const step of fill(text, items, find)) await run(person, slug, step, true);
    for (const step of reads(find)) {
      const made = step();
      const body = await run(person, slug, made);
      seen.set(made[0], body.output);
      expect(countTokens(JSON.stringify(body)), made[0]).toBeLessThanOrEqual(mostTokens);
      if (body.shortened) expect(body.shortened.hint).toContain(`maxBytes: ${body.shortened.size_bytes}`);
    }
  });
});

/** One small object each, which the emulated accounts do not hold, or content that is answered whole. */
const left = [
  "github_get_pull_request",
  "gmail_get_attachment",
  "stripe_get_checkout_session",
  "stripe_get_payment",
  "twilio_get_call",
];

it("every read of the catalog is among them, but for a few with a reason", () => {
  const known = manifest.flatMap(({ actions }) => actions.filter(({ effect }) => effect === "read"));
  const asked = fullAccounts.flatMap(({ slug, reads }) =>
    reads(() => "").map((step) => `${slug.replaceAll("-", "_")}_${step()[0]}`),
  );
  expect([...new Set([...asked, ...left])].toSorted()).toEqual(known.map(({ tool }) => tool).toSorted());
});

describe("a shortened answer", () => {
  it("says what is left out, and the rest is there for who asks", async () => {
    const person = await makePerson();
    await connectOAuth(person, "github", "workspace-owner");
    const issue = { owner: "workspace-owner", repo: "website" };
    const long = text.repeat(6);
    const made = await run(person, "github", ["create_issue", { ...issue, title: "Long", body: long }], true);
    const read = { ...issue, issue_number: made.output.number };
    const { body } = await execute(person, "github_get_issue", { arguments: read });
    expect(body.data.body).toMatch(/… \[\d+ more characters\]$/);
    expect(body.shortened).toMatchObject({ texts_cut: 1, items_left_out: 0 });
    expect(body.shortened.size_bytes).toBeGreaterThan(long.length);
    expect(body.result).toEqual(body.data);

    const named = await execute(person, "github_get_issue", { arguments: read, fields: ["body"] });
    expect(named.body.data).toEqual({ body: long });
    const roomy = await execute(person, "github_get_issue", { arguments: read, maxBytes: 60_000 });
    expect(roomy.body.data.body).toBe(long);
    expect(roomy.body).not.toHaveProperty("shortened");
  });
});
