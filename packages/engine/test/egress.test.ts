import { type EncodedRequest, encodeRequest } from "@clawlink/provider-kit";
import { describe, expect, it } from "vitest";
import { send } from "../src/index.ts";
import { json, type Reply, shop } from "../src/testing/index.ts";

const credential = { name: "authorization", value: `Bearer ${crypto.randomUUID()}` };
const get = encodeRequest(shop, { method: "GET", path: "/orders/1" });
const post = encodeRequest(shop, { method: "POST", path: "/orders", body: { json: { note: "x" } } });

/** Sends `request` into a network that replies by URL. */
async function through(
  replies: Readonly<Record<string, Reply>>,
  request: EncodedRequest = get,
  options: { as?: "json" | "text" | "bytes"; timeoutMs?: number } = {},
) {
  const seen: Request[] = [];
  const fetch = async (url: URL, init: RequestInit) => {
    const outgoing = new Request(url, init);
    seen.push(outgoing);
    const reply = replies[outgoing.url];
    if (!reply) throw new Error(`Nobody answers ${outgoing.url}.`);
    return reply(outgoing);
  };
  const attempt = await send({ fetch }, shop, { request, credential, as: "json", timeoutMs: 5_000, ...options });
  return { attempt, seen, places: seen.map(({ url }) => url) };
}

const order = "https://api.shop.example/orders/1";
const to =
  (location: string, status = 302): Reply =>
  () =>
    new Response("moved", { status, headers: { location } });
/** Node forgets a request's signal that nothing but its own listener holds, and then never aborts it. */
const held = new Set<AbortSignal>();
const whenAborted = (signal: AbortSignal, then: () => void) =>
  held.add(signal) && signal.addEventListener("abort", then);
const hanging = (signal: AbortSignal) =>
  new Promise<never>((_resolve, reject) => whenAborted(signal, () => reject(signal.reason)));

describe("a request", () => {
  it("goes out once, with the credential, and its answer comes back parsed", async () => {
    const { attempt, seen } = await through({ [order]: json({ id: "1" }, 200, { "X-Request-Id": "r1" }) });
    expect(attempt).toMatchObject({
      kind: "answered",
      response: { status: 200, body: { id: "1" }, headers: { "x-request-id": "r1" } },
    });
    expect(seen.map(({ redirect, headers }) => [redirect, headers.get("authorization")])).toEqual([
      ["manual", credential.value],
    ]);
  });

  it.each([
    ["Bearer", (secret: string) => `Bearer ${secret}`],
    ["Basic", (secret: string) => `Basic ${btoa(`AC123:${secret}`)}`],
    ["a header of its own", (secret: string) => secret],
  ])("comes back without its credential (%s), however the provider repeats it", async (_, headerOf) => {
    const secret = `ya29.${crypto.randomUUID()}/${crypto.randomUUID()}+=`;
    const value = headerOf(secret);
    const told = { message: `Bad ${value}.`, given: { secret, é: "ü" } };
    const escaped = JSON.stringify(told).replaceAll("/", "\\/");
    for (const [body, as] of [
      [JSON.stringify(told), "json"],
      [escaped, "json"],
      [escaped, "text"],
      [escaped, "bytes"],
    ] as const)
      for (const status of [200, 401]) {
        const reply = () => new Response(body, { status, headers: { "content-type": "application/json" } });
        const fetch = async () => reply();
        const sent = { request: get, credential: { name: "authorization", value }, as, timeoutMs: 5_000 };
        const attempt = await send({ fetch }, shop, sent);
        if (attempt.kind !== "answered") throw new Error(attempt.kind);
        const { bytes = new Uint8Array(), ...rest } = attempt.response;
        const text = JSON.stringify(rest) + new TextDecoder().decode(bytes);
        expect(text).toContain("[secret]");
        expect(text).toContain("ü");
        for (const hidden of [secret, secret.slice(5, 30), value.slice(-40)]) expect(text).not.toContain(hidden);
      }
  });

  it.each([
    "https://evil.example/orders",
    "https://api.shop.example.evil.example/",
    "https://api.shop.example:8443/",
    "http://api.shop.example/",
    "https://user@api.shop.example/",
    "https://127.0.0.1/",
    "https://api.shop.example./",
  ])("does not go to %s", async (url) => {
    const { attempt, seen } = await through({}, { ...get, url: new URL(url) });
    expect(attempt.kind).toBe("forbidden");
    expect(seen).toEqual([]);
  });
});

describe("a redirect", () => {
  it("within the provider is followed; to another of its hosts without the credential, and never with it again", async () => {
    const { attempt, seen } = await through({
      [order]: to("/orders/2"),
      "https://api.shop.example/orders/2": to("https://files.shop.example/2"),
      "https://files.shop.example/2": to(`${order}?back`),
      [`${order}?back`]: json({ id: "2" }),
    });
    expect(attempt).toMatchObject({ kind: "answered", response: { body: { id: "2" } } });
    expect(seen.map(({ headers }) => headers.get("authorization"))).toEqual([
      credential.value,
      credential.value,
      null,
      null,
    ]);
  });

  it.each([
    "https://evil.example/",
    "http://api.shop.example/",
    "https://169.254.169.254/latest/meta-data",
    "//evil.example/x",
    "https://[::1]/",
    "file:///etc/passwd",
  ])("to %s is refused unseen", async (location) => {
    const { attempt, places } = await through({ [order]: to(location) });
    expect(attempt.kind).toBe("forbidden");
    expect(places).toEqual([order]);
  });

  it("without end is given up", async () => {
    const { attempt, places } = await through({ [order]: to(order) });
    expect(attempt).toMatchObject({ kind: "unreadable", passing: false });
    expect(places).toHaveLength(4);
  });

  it.each([301, 302, 303, 307, 308])("of a write (%i) is not followed", async (status) => {
    const { attempt, places } = await through({ "https://api.shop.example/orders": to(order, status) }, post);
    expect(attempt).toMatchObject({ kind: "unreadable", status });
    expect(places).toHaveLength(1);
  });

  it("to nowhere is an answer or a failure, not an exception", async () => {
    expect((await through({ [order]: () => new Response(null, { status: 304 }) })).attempt).toMatchObject({
      kind: "answered",
    });
    expect((await through({ [order]: to("https://") })).attempt.kind).not.toBe("answered");
  });
});

describe("an answer", () => {
  it("that is not JSON where JSON is due cannot be read; an error page still tells its status", async () => {
    const html: Reply = () => new Response("<html>Maintenance</html>", { headers: { "content-type": "text/html" } });
    expect((await through({ [order]: html })).attempt).toMatchObject({
      kind: "unreadable",
      status: 200,
      passing: true,
    });
    const broken: Reply = () => new Response('{"id": "1', { headers: { "content-type": "application/json" } });
    expect((await through({ [order]: broken })).attempt).toMatchObject({ kind: "unreadable", passing: true });
    const failed: Reply = () => new Response("<html>oops</html>", { status: 502 });
    expect((await through({ [order]: failed })).attempt).toMatchObject({ kind: "answered", response: { status: 502 } });
  });

  it("may be text or bytes where that is asked for", async () => {
    const reply: Reply = () => new Response(new Uint8Array([0, 255, 10]));
    const bytes = await through({ [order]: reply }, get, { as: "bytes" });
    expect(bytes.attempt).toMatchObject({ response: { bytes: new Uint8Array([0, 255, 10]) } });
    const text = await through({ [order]: () => new Response("a,b\n") }, get, { as: "text" });
    expect(text.attempt).toMatchObject({ response: { body: "a,b\n" } });
  });

  it("over 25 MB is not read to its end", async () => {
    let sent = 0;
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1_000_000;
        controller.enqueue(new Uint8Array(1_000_000));
      },
      cancel() {
        cancelled = true;
      },
    });
    const { attempt } = await through({ [order]: () => new Response(endless) });
    expect(attempt).toMatchObject({ kind: "unreadable", passing: false });
    expect(sent).toBeLessThan(30_000_000);
    expect(cancelled).toBe(true);
  });

  it("that does not come in time, or stops in the middle, is a timeout", async () => {
    const never = await through({ [order]: ({ signal }) => hanging(signal) }, get, { timeoutMs: 20 });
    expect(never.attempt).toEqual({ kind: "timeout" });
    const stuck: Reply = ({ signal }) => {
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode("{"));
          whenAborted(signal, () => controller.error(signal.reason));
        },
      });
      return new Response(body);
    };
    expect((await through({ [order]: stuck }, get, { timeoutMs: 20 })).attempt).toEqual({ kind: "timeout" });
  });
});

describe("a failing network", () => {
  const failing = (error: unknown) => through({ [order]: () => Promise.reject(error) });
  it.each([
    new Error("connect ECONNREFUSED 192.0.2.1:443"),
    new Error("getaddrinfo ENOTFOUND api.shop.example"),
    new Error("DNS lookup failed."),
    new Error("Connection refused"),
    new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED 192.0.2.1:443") }),
  ])("has sent nothing when no connection was made: %s", async (error) => {
    expect((await failing(error)).attempt).toEqual({ kind: "network", sent: "no" });
  });

  it.each([
    new Error("Network connection lost."),
    new Error("read ECONNRESET"),
    new Error("stream disconnected prematurely: https://api.shop.example/dns/records"),
    new Error("internal error; reference = abc"),
    "a string",
  ])("may have sent it otherwise: %s", async (error) => {
    expect((await failing(error)).attempt).toEqual({ kind: "network", sent: "maybe" });
  });
});
