import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineAction, defineProvider, type ProviderRequest, path } from "../src/index.ts";
import { CaseFile, type Exchange } from "../src/testing/case-file.ts";
import { checkExchange, checkHostileInputs } from "../src/testing/check-exchange.ts";

const provider = defineProvider({
  slug: "toy",
  name: "Toy",
  category: "developer",
  summary: "Keeps things by their names.",
  docsUrl: "https://example.com",
  baseUrl: "https://api.example.com",
  hosts: ["api.example.com"],
  auth: { kind: "none" },
  identity: { request: () => ({ method: "GET", path: "/me" }), result: () => ({ accountId: "1", label: "me" }) },
});

const action = (request: (name: string) => ProviderRequest, effect: "read" | "write" = "read") =>
  defineAction({
    id: "get_thing",
    title: "Get a thing",
    description: "Gets a thing.",
    effect,
    idempotent: true,
    reversible: false,
    scopes: [],
    docs: "https://example.com",
    input: z.object({ name: z.string() }),
    output: z.object({ id: z.string() }),
    request: ({ name }) => request(name),
    result: ({ body }) => body,
  });

function exchange(changes: object = {}): Exchange {
  const request = { method: "GET", url: "https://api.example.com/things/a" };
  const response = { status: 200, body: { id: "1", more: true } };
  const one = { name: "one", input: { name: "a" }, request, response, output: { id: "1" }, ...changes };
  const parsed = CaseFile.parse({ cases: [one, { name: "none", input: {}, problems: {} }] }).cases[0];
  if (!parsed || !("request" in parsed)) throw new Error("not an exchange");
  return parsed;
}

const get = action((name) => ({ method: "GET", path: path`/things/${name}` }));

describe("the conformance suite", () => {
  it("takes a recording that holds", () => {
    checkExchange(provider, get, exchange());
    checkHostileInputs(provider, get, exchange());
  });

  it("rejects another URL, another output, and a body nobody recorded", () => {
    const url = "https://api.example.com/things/b";
    expect(() => checkExchange(provider, get, exchange({ request: { method: "GET", url } }))).toThrow("deeply equal");
    expect(() => checkExchange(provider, get, exchange({ output: { id: "1", more: true } }))).toThrow("deeply equal");
    const withBody = action((name) => ({ method: "GET", path: path`/things/${name}`, body: { json: {} } }));
    expect(() => checkExchange(provider, withBody, exchange())).toThrow();
  });

  it("rejects a read that posts, a write that gets, and a query that changes something", () => {
    const post = action((name) => ({ method: "POST", path: path`/things/${name}` }));
    expect(() => checkExchange(provider, post, exchange())).toThrow("POST");
    const write = action((name) => ({ method: "GET", path: path`/things/${name}` }), "write");
    expect(() => checkExchange(provider, write, exchange())).toThrow("GET");
    const graphql = action(() => ({ method: "POST", path: "/graphql", body: { json: { query: "mutation { x }" } } }));
    expect(() => checkExchange(provider, graphql, exchange())).toThrow("GraphQL");
  });

  it("rejects a request that differs from call to call, and one to a strange host", () => {
    let calls = 0;
    const counting = action((name) => ({ method: "GET", path: path`/things/${name}`, query: { n: calls++ } }));
    expect(() => checkExchange(provider, counting, exchange())).toThrow();
    const elsewhere = action(() => ({ method: "GET", path: "https://other.example/things/a" }));
    expect(() => checkExchange(provider, elsewhere, exchange())).toThrow("other.example");
  });

  it("catches input that climbs out of its path or picks the host", () => {
    const climbing = action((name) => ({ method: "GET", path: `/things/${name}` }));
    expect(() => checkHostileInputs(provider, climbing, exchange())).toThrow();
    const open = action((name) => ({ method: "GET", path: name === "a" ? "/things/a" : `https:${name}` }));
    expect(() => checkHostileInputs(provider, open, exchange())).toThrow("evil.example");
  });

  it("rejects a success that the provider's own rule takes for a refusal", () => {
    const strict = { ...provider, refuse: () => ({ code: "provider_rejected" as const }) };
    expect(() => checkExchange(strict, get, exchange())).toThrow("null");
  });
});
