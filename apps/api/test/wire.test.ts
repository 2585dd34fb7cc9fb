import { agentRoutes, ExecuteFailure, Execution, type Route, unwrap } from "@clawlink/contract";
import connecting from "@clawlink/contract/examples/connecting.json" with { type: "json" };
import discovery from "@clawlink/contract/examples/discovery.json" with { type: "json" };
import execution from "@clawlink/contract/examples/execution.json" with { type: "json" };
import executions from "@clawlink/contract/examples/executions.json" with { type: "json" };
import hermes from "@clawlink/contract/examples/hermes-bootstrap.json" with { type: "json" };
import hermesCancelled from "@clawlink/contract/examples/hermes-cancelled.json" with { type: "json" };
import pairing from "@clawlink/contract/examples/openclaw-pairing.json" with { type: "json" };
import pairingRejected from "@clawlink/contract/examples/openclaw-pairing-rejected.json" with { type: "json" };
import ownKey from "@clawlink/contract/examples/own-key.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Answered, call, connectByForm, makePerson, type Person, rpc, stripeKey } from "./world.ts";

const Texts = z.record(z.string(), z.string());
const Step = z.union([
  z.strictObject({
    /** What a signed-in person does between two requests. */
    person: z.enum([
      "approvePairing",
      "rejectPairing",
      "approveHermes",
      "rejectHermes",
      "connectStripe",
      "finishStripe",
    ]),
    token: z.string().default(""),
  }),
  z.strictObject({
    route: z.string(),
    /** `agent` stands for the person's key; nothing for no key at all. */
    key: z.string().optional(),
    params: Texts.default({}),
    query: Texts.default({}),
    headers: Texts.default({}),
    body: z.unknown().optional(),
    status: z.int(),
    answerHeaders: Texts.default({}),
    /** Paths that must be there, null or not; `[]` goes into every item of a list that has some. */
    fields: z.array(z.string()),
    absent: z.array(z.string()).default([]),
    is: z.record(z.string(), z.unknown()).default({}),
    keep: Texts.default({}),
  }),
]);
const Example = z.strictObject({ about: z.string(), steps: z.array(Step).min(1) });
type Request = Extract<z.output<typeof Step>, { route: string }>;

const examples = {
  connecting,
  discovery,
  execution,
  executions,
  hermes,
  hermesCancelled,
  ownKey,
  pairing,
  pairingRejected,
};
const routes = new Map<string, Route>(Object.entries(agentRoutes));
const parsed = Object.entries(examples).map(([name, example]) => ({ name, ...Example.parse(example) }));

/** Every value at `path`, or why there is none. */
function valuesAt(value: unknown, path: string): { values: unknown[]; missing: string | null } {
  let values = [value];
  for (const step of path.replaceAll("[]", ".[]").split(".")) {
    const next: unknown[] = [];
    for (const at of values) {
      if (step === "[]") {
        if (!Array.isArray(at) || at.length === 0) return { values: [], missing: `${path}: no items` };
        next.push(...at);
      } else {
        if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return { values: [], missing: path };
        next.push(Reflect.get(at, step));
      }
    }
    values = next;
  }
  return { values, missing: null };
}

const fill = (text: string, kept: Readonly<Record<string, unknown>>) =>
  text.replace(/\$\{(\w+)\}/g, (_, name) => String(kept[name]));
/** A value with the kept ones put in; a lone `${name}` keeps its type. */
function filled(value: unknown, kept: Readonly<Record<string, unknown>>): unknown {
  if (typeof value === "string") return /^\$\{\w+\}$/.test(value) ? kept[value.slice(2, -1)] : fill(value, kept);
  return value && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, filled(item, kept)]))
    : value;
}

async function act(person: Person, step: Extract<z.output<typeof Step>, { person: string }>, token: string) {
  switch (step.person) {
    case "approvePairing":
      return unwrap(await rpc.approvePairing(person.userId, token));
    case "rejectPairing":
      return unwrap(await rpc.rejectPairing(person.userId, token));
    case "approveHermes":
      return unwrap(await rpc.decideHermes(person.userId, token, "approve"));
    case "rejectHermes":
      return unwrap(await rpc.decideHermes(person.userId, token, "reject"));
    case "connectStripe":
      return connectByForm(person, "stripe");
    case "finishStripe":
      return unwrap(await rpc.submitCredentials(person.userId, token, { apiKey: stripeKey }));
  }
}

/** What the route table promises of an answer with this status. */
function schemaOf(route: Route, status: number, name: string): z.ZodType {
  if (status === 200) return route.response;
  if (name === "startExecution" && status !== 401) return Execution;
  const runs = name === "executeTool" || name === "previewTool";
  return runs && status !== 401 ? ExecuteFailure : z.looseObject({ error: z.string().min(1) });
}

function check(step: Request, route: Route, answered: Answered, kept: Record<string, unknown>): void {
  const { status, body, headers } = answered;
  expect(status, JSON.stringify(body)).toBe(step.status);
  schemaOf(route, status, step.route).parse(body);
  for (const path of step.fields) expect(valuesAt(body, path).missing).toBeNull();
  for (const path of step.absent) expect(valuesAt(body, path).missing).toBe(path);
  for (const [name, path] of Object.entries(step.keep)) kept[name] = valuesAt(body, path).values[0];
  for (const [path, value] of Object.entries(step.is))
    expect([path, ...valuesAt(body, path).values]).toEqual([path, filled(value, kept)]);
  for (const [name, value] of Object.entries(step.answerHeaders)) expect(headers.get(name)).toBe(value);
}

describe.each(parsed)("$name", ({ about, steps }) => {
  it(`is as clients in the field know it: ${about}`, async () => {
    const person = await makePerson();
    const kept: Record<string, unknown> = { agent: person.key };
    for (const step of steps) {
      if ("person" in step) {
        await act(person, step, fill(step.token, kept));
        continue;
      }
      const route = routes.get(step.route);
      if (!route) throw new Error(`There is no route ${step.route}.`);
      const path = route.path.replace(/:(\w+)/g, (_, name) => encodeURIComponent(fill(step.params[name] ?? "", kept)));
      const query = new URLSearchParams(step.query).toString();
      const key = step.key === "agent" ? person.key : fill(step.key ?? "", kept);
      // The headers OpenClaw's plugin sends with every request, those without a body among them.
      const headers = {
        "content-type": "application/json",
        ...(key ? { "X-ClawLink-API-Key": key } : {}),
        ...step.headers,
      };
      const body = step.body === undefined ? {} : { body: filled(step.body, kept) };
      const answered = await call(route.method, query ? `${path}?${query}` : path, { headers, ...body });
      check(step, route, answered, kept);
    }
  });
});

it("every agent endpoint has an example", () => {
  const shown = new Set(parsed.flatMap(({ steps }) => steps.flatMap((step) => ("route" in step ? [step.route] : []))));
  expect([...routes.keys()].filter((name) => !shown.has(name))).toEqual([]);
});
