import { expect } from "vitest";
import { z } from "zod";
import type { Action } from "../action.ts";
import { type EncodedRequest, encodeRequest } from "../encode-request.ts";
import { UnsafeInput } from "../path.ts";
import type { Provider } from "../provider.ts";
import type { Exchange } from "./case-file.ts";
import { withEachString } from "./hostile-inputs.ts";
import { contextOf, planOf, readable, received, sent } from "./replay.ts";

/** GraphQL sends everything as POST and says in the document what it is; elsewhere the method tells. */
function checkEffect(action: Action, request: EncodedRequest): void {
  if (request.url.pathname.endsWith("/graphql")) {
    const document = JSON.stringify(readable(request)).match(/"query":"\s*(\w+)/)?.[1];
    expect(document, "the first word of the GraphQL document").toBe(action.effect === "read" ? "query" : "mutation");
  } else if (action.effect === "read") expect(action.readsByPost ? "POST" : "GET").toBe(request.method);
  else expect(request.method).not.toBe("GET");
}

function checkRequest(provider: Provider, request: EncodedRequest, expected: Exchange["request"]): void {
  expect(provider.hosts).toContain(request.url.hostname);
  expect(request.url.protocol).toBe("https:");
  expect({ method: request.method, url: request.url.href, body: readable(request) }).toEqual({
    method: expected.method,
    url: expected.url,
    body: expected.body ?? null,
  });
  expect(request.headers).toMatchObject(expected.headers ?? {});
}

/** What the look-ups of a write ask, and what they make of the answers. */
function checkLookups(provider: Provider, action: Action, exchange: Exchange): void {
  const { settle } = planOf(action, exchange.input);
  const context = contextOf(exchange);
  for (const lookup of exchange.lookups) {
    if (!settle) throw new Error(`${action.id} has look-ups recorded and no settle().`);
    checkRequest(provider, encodeRequest(provider, settle.request(context)), lookup.request);
    const read = () => settle.result(received(lookup.response, "json"), context);
    if (lookup.output === undefined) expect(read).toThrow(z.ZodError);
    else expect(read()).toEqual(lookup.output);
  }
}

/** Input to exact request, twice the same; answer to exact output; a success is not taken for a refusal. */
export function checkExchange(provider: Provider, action: Action, exchange: Exchange): void {
  const request = sent(provider, action, exchange);
  expect(sent(provider, action, exchange)).toEqual(request);
  checkEffect(action, request);
  checkRequest(provider, request, exchange.request);
  checkLookups(provider, action, exchange);
  const response = received(exchange.response, action.responseType);
  expect(provider.refuse?.(response) ?? null).toBeNull();
  expect(JSON.parse(JSON.stringify(planOf(action, exchange.input).result(response)))).toEqual(exchange.output);
}

/** No string of the input may climb out of its path segment, leave the host or start a header of its own. */
export function checkHostileInputs(provider: Provider, action: Action, exchange: Exchange): void {
  const depth = (url: URL) => url.pathname.split("/").length;
  const before = sent(provider, action, exchange).url;
  for (const text of ["..", "%2e%2e", "a/../../b", "//evil.example", "a\r\nx-injected: 1"]) {
    for (const input of withEachString(exchange.input, text)) {
      const plan = action.plan(input);
      if (!plan.ok) continue;
      try {
        const after = encodeRequest(provider, plan.request(contextOf(exchange)));
        expect(after.url.hostname).toBe(before.hostname);
        if (text === ".." || text === "%2e%2e") expect(depth(after.url)).toBe(depth(before));
        expect(Object.values(after.headers).join()).not.toMatch(/[\r\n]/);
      } catch (error) {
        expect(error).toBeInstanceOf(UnsafeInput);
      }
    }
  }
}
